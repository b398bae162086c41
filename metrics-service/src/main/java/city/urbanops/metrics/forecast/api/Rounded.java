package city.urbanops.metrics.forecast.api;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures no finer than they are good for. */
final class Rounded {

    private Rounded() {}

    static double two(double value) {
        return to(2, value);
    }

    static double four(double value) {
        return to(4, value);
    }

    private static double to(int digits, double value) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
