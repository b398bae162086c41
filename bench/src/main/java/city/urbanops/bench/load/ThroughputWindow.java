package city.urbanops.bench.load;

import city.urbanops.bench.platform.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;

/**
 * Closings counted over a span of time.
 *
 * @param perSecond over the whole span
 * @param slices the same for each slice of up to ten seconds, in order: a steady run has like slices
 * @param seconds the span's real length
 */
record ThroughputWindow(double perSecond, List<Double> slices, double seconds) {

    private static final int SLICE_SECONDS = 10;

    ThroughputWindow {
        slices = List.copyOf(slices);
    }

    /** Watches a counter for a while, one step of the bar a second. */
    static ThroughputWindow watch(LongSupplier counter, Duration time, ProgressBar bar) {
        long start = System.nanoTime();
        long atStart = counter.getAsLong();
        List<Double> slices = new ArrayList<>();
        long sliceStart = start;
        long atSliceStart = atStart;
        for (long second = 1; second <= time.toSeconds(); second++) {
            Waiting.untilNanoTime(start + Duration.ofSeconds(second).toNanos());
            bar.step();
            if (second % SLICE_SECONDS == 0 || second == time.toSeconds()) {
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
