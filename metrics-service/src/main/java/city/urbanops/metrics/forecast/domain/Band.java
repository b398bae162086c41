package city.urbanops.metrics.forecast.domain;

/**
 * What a count should be. On the scale of square roots counts spread by about one half around any expectation, small or large, which is
 * why bands are made there: they hold for rare classes and for the whole city, and never reach below zero.
 *
 * @param expected on average
 * @param low nothing below this surprises
 * @param high nothing above this surprises
 */
public record Band(double expected, double low, double high) {

    /**
     * @param spread how much wider than pure chance the counts spread, 1 or more, on the scale of square roots
     * @param sigmas how far a count may be off: 1.96 for 95 days of 100
     */
    static Band of(double expected, double spread, double sigmas) {
        var root = Math.sqrt(expected);
        var half = sigmas * Math.sqrt(spread) / 2;
        var low = Math.max(0, root - half);
        return new Band(expected, Math.floor(low * low), Math.ceil((root + half) * (root + half)));
    }

    public boolean contains(double count) {
        return count >= low && count <= high;
    }
}
