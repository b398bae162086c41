package city.urbanops.geography;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the areas of a city.
 *
 * @param kind what
 * @param code the area; the lower code where two are concerned
 * @param other the other area; absent where only one is concerned
 * @param at where, WGS-84; absent for a fault without a place
 * @param message one sentence for the person who drew the areas
 */
public record TopologyFault(
        Kind kind,
        String code,
        @Nullable String other,
        @Nullable Position at,
        String message) {

    /** What can be wrong. */
    public enum Kind {
        /** A code comes twice. */
        DUPLICATE_CODE,
        /** The area above it is missing, or not of the next level, or the city is missing or not the only one. */
        ORPHAN,
        /** A ring's last position is not its first. */
        UNCLOSED_RING,
        /** A ring with fewer than four positions, or a position that is not on earth. */
        BROKEN_RING,
        /** A border crosses or touches itself. */
        SELF_INTERSECTION,
        /** Two areas of one level hold the same ground. */
        OVERLAP,
        /** Ground of an area that belongs to none of the areas below it. */
        GAP,
        /** Ground of an area outside the area above it. */
        OUTSIDE_PARENT
    }

    static TopologyFault of(Kind kind, Area area, String message) {
        return new TopologyFault(kind, area.code(), null, null, message);
    }

    /** A position as people read it, five decimals: about a metre. */
    static String text(Position at) {
        return String.format(Locale.ROOT, "%.5f, %.5f", at.longitude(), at.latitude());
    }
}
