package city.urbanops.geography;

import java.util.Optional;

/** How positions were measured. Everything inside is WGS-84; Chinese public maps are in GCJ-02, up to 700 m off. */
public enum CoordinateReference {
    /** As satellites give it; GeoJSON's own (RFC 7946 §4). */
    WGS_84("WGS-84"),
    /** The shifted system of Chinese public maps. */
    GCJ_02("GCJ-02");

    private final String label;

    CoordinateReference(String label) {
        this.label = label;
    }

    /** As people write it, for example {@code GCJ-02}. */
    public String label() {
        return label;
    }

    /** The system of that label; empty for any other text. */
    public static Optional<CoordinateReference> ofLabel(String label) {
        for (CoordinateReference one : values()) {
            if (one.label.equals(label)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The same position in WGS-84; equal positions stay equal, so neighbours go on sharing their corners. */
    public Position toWgs84(Position position) {
        return this == GCJ_02 ? Gcj02.toWgs84(position) : position;
    }
}
