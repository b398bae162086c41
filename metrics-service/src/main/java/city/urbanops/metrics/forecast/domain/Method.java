package city.urbanops.metrics.forecast.domain;

/**
 * The numbers of the method for daily series (ADR 0078).
 *
 * @param patternDays how many days the shape of the week is learned from
 * @param levelDays how many days the level is learned from
 * @param leastDays fewer days than this say nothing
 * @param bandSigmas half the width of the band that is shown, in standard deviations
 * @param alarmSigmas from here on a day is flagged
 */
public record Method(int patternDays, int levelDays, int leastDays, double bandSigmas, double alarmSigmas) {

    /** Chosen on Boston's 2015 by the back-test of ADR 0078: 12 weeks, 4 weeks, 95 % and 99.9 %. */
    public static final Method STANDARD = new Method(84, 28, 28, 1.96, 3.29);
}
