package city.urbanops.metrics.forecast.domain;

/**
 * How likely an open task will be late.
 *
 * @param probability late ÷ tasks, of those of its kind that were still open at this point
 * @param low lower end of Wilson's 95 % interval
 * @param high upper end
 * @param basis whose record it was learned from
 * @param tasks how many tasks of the past that is
 */
public record Risk(double probability, double low, double high, Basis basis, long tasks) {

    private static final double SIGMAS = 1.96;

    /** The narrowest record that is large enough. */
    public enum Basis {
        UNIT_AND_CLASS,
        UNIT,
        CLASS,
        CITY
    }

    /** Wilson's interval is inside 0 and 1 and honest for few tasks, where the textbook's is not (Wilson 1927). */
    static Risk of(long late, long tasks, Basis basis) {
        var share = (double) late / tasks;
        var square = SIGMAS * SIGMAS / tasks;
        var middle = share + square / 2;
        var half = SIGMAS * Math.sqrt((share * (1 - share) + square / 4) / tasks);
        return new Risk(
                share,
                Math.max(0, (middle - half) / (1 + square)),
                Math.min(1, (middle + half) / (1 + square)),
                basis,
                tasks);
    }
}
