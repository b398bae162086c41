package city.urbanops.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * How long a bench runs before it measures: six JVMs on a small machine take minutes until what is hot is compiled, and the rate
 * rises all the while.
 *
 * @param atLeast even when the rate seems to stand still
 * @param atMost even when it still rises
 */
public record WarmUp(Duration atLeast, Duration atMost) {

    /** So many slices are compared with as many before them. */
    private static final int SPAN = 3;

    /** A rate that rises by less from span to span stands still: it wavers by as much in a steady run. */
    private static final double STILL = 1.05;

    /** Until the rate stands still, within a minute and five. */
    public static WarmUp untilSteady() {
        return new WarmUp(Duration.ofSeconds(60), Duration.ofSeconds(300));
    }

    /** Just so long. */
    public static WarmUp of(Duration time) {
        return new WarmUp(time, time);
    }

    /**
     * True if the services are warm.
     *
     * @param slices the rate of each slice of ten seconds so far, in order
     */
    boolean isEnough(List<Double> slices) {
        int count = slices.size();
        if (count * ThroughputWindow.SLICE.toSeconds() < atLeast.toSeconds() || count < 2 * SPAN) {
            return false;
        }
        return mean(slices.subList(count - SPAN, count))
                <= STILL * mean(slices.subList(count - 2 * SPAN, count - SPAN));
    }

    private static double mean(List<Double> rates) {
        return rates.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
