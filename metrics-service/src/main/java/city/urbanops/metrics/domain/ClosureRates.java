package city.urbanops.metrics.domain;

import org.jspecify.annotations.Nullable;

/**
 * The two rates of DESIGN §9, as fractions of 1; absent on a zero base, which means "not evaluated", not 0 or 1.
 *
 * @param closeRate closed ÷ filed
 * @param inTimeCloseRate closed in time ÷ due to close
 */
public record ClosureRates(
        @Nullable Double closeRate, @Nullable Double inTimeCloseRate) {

    public static ClosureRates of(Counts counts) {
        return new ClosureRates(
                Indicator.CLOSE_RATE.standard().of(counts).orElse(null),
                Indicator.IN_TIME_CLOSE_RATE.standard().of(counts).orElse(null));
    }
}
