package city.urbanops.contracts.dust;

/** Steps of the dust rule; an episode runs from {@code ALARM} to {@code CLEARED}. */
public enum DustAlarmKind {
    /** One window at or above the threshold; no episode. */
    WARN,
    /** An episode begins. */
    ALARM,
    /** The episode is worse: twice the threshold, standing too long, or one alarm too many that day. */
    ESCALATED,
    /** The episode is over. */
    CLEARED,
    /** There would be an alarm, but for rain or regional haze; kept for the record. */
    SUPPRESSED
}
