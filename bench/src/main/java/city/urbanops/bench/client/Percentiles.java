package city.urbanops.bench.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.HdrHistogram.Histogram;

/**
 * A latency distribution in milliseconds; all but {@code count} are 0 when nothing was measured.
 *
 * @param count number of measurements
 */
@JsonInclude
public record Percentiles(long count, double p50, double p90, double p99, double p999, double max) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Summarises a histogram of nanoseconds. */
    public static Percentiles of(Histogram nanos) {
        return new Percentiles(
                nanos.getTotalCount(),
                millis(nanos.getValueAtPercentile(50)),
                millis(nanos.getValueAtPercentile(90)),
                millis(nanos.getValueAtPercentile(99)),
                millis(nanos.getValueAtPercentile(99.9)),
                millis(nanos.getMaxValue()));
    }

    private static double millis(long nanos) {
        return Math.round(nanos / NANOS_PER_MILLI * 100) / 100.0;
    }
}
