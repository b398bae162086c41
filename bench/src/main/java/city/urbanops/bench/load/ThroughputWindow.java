package city.urbanops.bench.load;

import city.urbanops.bench.platform.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import me.tongfei.progressbar.ProgressBar;

/**
 * Closings counted over a span of time.
 *
 * @param perSecond over the whole span
 * @param slices the same for each slice of up to ten seconds, in order: a steady run has like slices
 * @param seconds the span's real length
 */
record ThroughputWindow(double perSecond, List<Double> slices, double seconds) {

    /** How finely a span is looked at. */
    static final Duration SLICE = Duration.ofSeconds(10);

    ThroughputWindow {
        slices = List.copyOf(slices);
    }

    /** Watches a counter for a while, one step of the bar a second. */
    static ThroughputWindow watch(LongSupplier counter, Duration time, ProgressBar bar) {
        return watch(counter, time, slices -> false, bar);
    }

    /** As {@link #watch(LongSupplier, Duration, ProgressBar)}, but ends with the slice after which it is enough. */
    static ThroughputWindow watch(
            LongSupplier counter, Duration atMost, Predicate<List<Double>> isEnough, ProgressBar bar) {
        long start = System.nanoTime();
        long atStart = counter.getAsLong();
        List<Double> slices = new ArrayList<>();
        long sliceStart = start;
        long atSliceStart = atStart;
        for (long second = 1; second <= atMost.toSeconds() && !isEnough.test(slices); second++) {
            Waiting.untilNanoTime(start + Duration.ofSeconds(second).toNanos());
            bar.step();
            if (second % SLICE.toSeconds() == 0 || second == atMost.toSeconds()) {
                long now = System.nanoTime();
                long count = counter.getAsLong();
                slices.add(rate(count - atSliceStart, now - sliceStart));
                sliceStart = now;
                atSliceStart = count;
            }
        }
        long end = System.nanoTime();
        return new ThroughputWindow(rate(counter.getAsLong() - atStart, end - start), slices, (end - start) / 1e9);
    }

    private static double rate(long count, long nanos) {
        return Math.round(count / (nanos / 1e9) * 10) / 10.0;
    }
}
