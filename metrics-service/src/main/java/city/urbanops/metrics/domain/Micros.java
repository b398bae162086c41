package city.urbanops.metrics.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times as precise as a database keeps them. Facts know no finer ones: else a hand-back some nanoseconds late would be late when it is
 * first counted, and in time when the stored fact is counted again.
 */
final class Micros {

    private Micros() {}

    static Instant of(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant ofNullable(@Nullable Instant time) {
        return time == null ? null : of(time);
    }
}
