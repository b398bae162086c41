package city.urbanops.intake.media.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How reports and steps name a photo that was uploaded here; any other URI is another system's, and none of our business. */
public final class MediaReference {

    private static final String PREFIX = "urn:urbanops:media:";
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private MediaReference() {}

    /** The reference of a photo. */
    public static String of(UUID mediaId) {
        return PREFIX + mediaId;
    }

    /** True if the text claims to be such a reference; the scheme and the namespace of a URN know no case (RFC 8141). */
    public static boolean isOurs(String text) {
        return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The photo's id; empty if the text is not {@link #isOurs} or what follows is no id. */
    public static Optional<UUID> idOf(String text) {
        if (!isOurs(text)) {
            return Optional.empty();
        }
        var id = text.substring(PREFIX.length());
        return ID.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
