package city.urbanops.bench.replay;

/**
 * When reports are due.
 *
 * @param perSecond reports a second; positive infinity for as fast as there is room
 */
public record Pace(double perSecond) {

    private static final double NANOS = 1e9;

    /** As fast as there is room. */
    public static final Pace MAX = new Pace(Double.POSITIVE_INFINITY);

    /**
     * Refuses what is no pace.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public Pace {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate must be positive");
        }
    }

    /**
     * Reads {@code max} or a number.
     *
     * @throws IllegalArgumentException when it is neither, or not positive
     */
    public static Pace parse(String text) {
        return text.equals("max") ? MAX : new Pace(Double.parseDouble(text));
    }

    /** The {@link System#nanoTime()} report number {@code number} (from 0) is due, given that of the start. */
    public long due(long start, long number) {
        return start + (long) (number * NANOS / perSecond);
    }
}
