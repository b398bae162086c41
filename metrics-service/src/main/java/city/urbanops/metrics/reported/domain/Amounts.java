package city.urbanops.metrics.reported.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a report, exactly as reported.
 *
 * @param numerator the count or the rank, where the indicator is no ratio
 * @param denominator of a ratio
 * @param excluded taken off the denominator
 */
public record Amounts(
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal excluded) {

    private static final int PER_CENT_PLACES = 2;
    private static final int TO_PER_CENT = 2;

    /** What a ratio is divided by; absent where nothing is divided. */
    public Optional<BigDecimal> base() {
        return Optional.ofNullable(denominator).map(all -> excluded == null ? all : all.subtract(excluded));
    }

    /** A ratio as a fraction to 16 digits, or the number itself; absent on a zero base: not evaluated. */
    public Optional<BigDecimal> value() {
        return base().isEmpty()
                ? Optional.of(numerator)
                : base().filter(base -> base.signum() != 0)
                        .map(base -> plain(numerator.divide(base, MathContext.DECIMAL64)));
    }

    /** A ratio in per cent, rounded half up from the exact fraction; absent for anything else. */
    public Optional<BigDecimal> percent() {
        return percent(PER_CENT_PLACES);
    }

    /** The same to so many places. */
    public Optional<BigDecimal> percent(int places) {
        return base().filter(base -> base.signum() != 0)
                .map(base -> numerator.movePointRight(TO_PER_CENT).divide(base, places, RoundingMode.HALF_UP));
    }

    /** Two reports of different units, or of periods that add up, as one. */
    Amounts plus(Amounts other) {
        return new Amounts(
                numerator.add(other.numerator), sum(denominator, other.denominator), sum(excluded, other.excluded));
    }

    /** Equal as numbers: 1.0 is 1. */
    public boolean equalTo(Amounts other) {
        return numerator.compareTo(other.numerator) == 0
                && equal(denominator, other.denominator)
                && equal(excluded, other.excluded);
    }

    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
