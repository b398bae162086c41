package city.urbanops.metrics.assessment.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as bulletins print them: half up, in decimal, not in the binary that 17.665 is a little less than itself in. */
public final class Decimals {

    private static final int NOISE = 9;

    private Decimals() {}

    /** An exact decimal of a computed number: what lies behind the ninth place is the computer's. */
    public static BigDecimal of(double value) {
        return BigDecimal.valueOf(value).setScale(NOISE, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** Half up. */
    public static BigDecimal rounded(BigDecimal value, int places) {
        return value.setScale(NOISE, RoundingMode.HALF_UP).setScale(places, RoundingMode.HALF_UP);
    }
}
