package city.urbanops.dust;

/** Where a site stands. */
public enum Level {
    CALM,
    WARN,
    ALARM,
    ESCALATED;

    boolean isEpisode() {
        return this == ALARM || this == ESCALATED;
    }
}
