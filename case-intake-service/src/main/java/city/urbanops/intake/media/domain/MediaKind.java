package city.urbanops.intake.media.domain;

/** What a picture shows (DOMAIN §12); the kinds of one case are kept apart. */
public enum MediaKind {
    /** The matter itself, 近景. */
    NEAR,
    /** The matter and its surroundings, by which the place is found again, 远景. */
    FAR,
    /** Something to compare it with, 参照. */
    REFERENCE,
    /** As it was found, before handling. */
    BEFORE,
    /** As it was left, after handling. */
    AFTER
}
