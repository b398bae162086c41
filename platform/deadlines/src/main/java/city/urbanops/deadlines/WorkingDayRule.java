package city.urbanops.deadlines;

/** How {@code n wd} is counted: cities differ, so it is a switch of the {@link WorkingCalendar}. */
public enum WorkingDayRule {
    /** One working day is one day's worth of working hours (8 by default), rolling. The default. */
    ROLLING_HOURS,
    /**
     * The start, moved into working hours, then the same wall-clock time n working days later. Differs from rolling
     * hours only where a slot ends: a start at opening time is due at opening time, not at closing time of the day
     * before. Boston's 311 targets are counted this way.
     */
    SAME_TIME,
    /** Closing time of the nth working day after the start's date, which itself never counts. */
    END_OF_DAY
}
