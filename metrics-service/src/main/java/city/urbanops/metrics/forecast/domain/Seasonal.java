package city.urbanops.metrics.forecast.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a daily count should be: a level times a factor for the day of the week.
 *
 * <p>The factor of a day is its mean over the mean of all, over twelve weeks, pulled towards 1 as if {@value #PULL} cases had said so. The
 * level is the mean of the last four weeks with the factors taken out, after single days far above the median were cut to where they stop
 * being believable: one storm does not move what is normal. The spread is how far the days learned from are off, never less than chance.
 */
public final class Seasonal {

    private static final double PULL = 14;
    private static final double CUT_SIGMAS = 2.5;

    /** Makes a median's distance a standard deviation, for what is normally distributed. */
    private static final double MAD = 1.4826;

    /** Anscombe's: makes the spread of square roots of small counts equal to that of large ones. */
    private static final double SMALL = 0.375;

    private final double level;
    private final double[] factors;
    private final double spread;
    private final DayKinds kinds;
    private final Method method;

    private Seasonal(double level, double[] factors, double spread, DayKinds kinds, Method method) {
        this.level = level;
        this.factors = factors;
        this.spread = spread;
        this.kinds = kinds;
        this.method = method;
    }

    /** Learned from what is known before a day, and from nothing later; empty if that is too little. */
    public static Optional<Seasonal> before(LocalDate day, DailySeries series, DayKinds kinds, Method method) {
        var history = series.before(day, method.patternDays());
        if (history.days() < method.leastDays()) {
            return Optional.empty();
        }
        var counts = history.counts();
        var kind = kinds.of(history.first(), counts.length);
        var factors = factors(counts, kind);
        var level = level(plain(counts, kind, factors, method.levelDays()));
        return Optional.of(new Seasonal(level, factors, spread(counts, kind, factors, level), kinds, method));
    }

    public double expected(LocalDate day) {
        return level * factors[kinds.of(day)];
    }

    /** The band that is shown. */
    public Band band(LocalDate day) {
        return Band.of(expected(day), spread, method.bandSigmas());
    }

    /** The band outside of which a day is flagged. */
    public Band alarm(LocalDate day) {
        return Band.of(expected(day), spread, method.alarmSigmas());
    }

    private static double[] factors(double[] counts, int[] kind) {
        var sum = new double[DayKinds.number()];
        var days = new int[DayKinds.number()];
        for (int i = 0; i < counts.length; i++) {
            sum[kind[i]] += counts[i];
            days[kind[i]]++;
        }
        var mean = Arrays.stream(counts).average().orElse(0);
        var factors = new double[sum.length];
        for (int k = 0; k < sum.length; k++) {
            factors[k] = (sum[k] + PULL) / (days[k] * mean + PULL);
        }
        var all = Arrays.stream(factors).average().orElse(1);
        return Arrays.stream(factors).map(one -> one / all).toArray();
    }

    /** The last days without the shape of the week. */
    private static double[] plain(double[] counts, int[] kind, double[] factors, int days) {
        var from = Math.max(0, counts.length - days);
        var plain = new double[counts.length - from];
        for (int i = from; i < counts.length; i++) {
            plain[i - from] = counts[i] / factors[kind[i]];
        }
        return plain;
    }

    private static double level(double[] plain) {
        var mean = Arrays.stream(plain).average().orElse(0);
        // the median of a rare class is 0, and no reason to cut every case it has
        var middle = Math.sqrt(Math.max(median(plain), mean / 2));
        var off = Arrays.stream(plain)
                .map(value -> Math.abs(Math.sqrt(value) - middle))
                .toArray();
        var sigma = Math.max(1, MAD * median(off) * 2) / 2;
        var cut = (middle + CUT_SIGMAS * sigma) * (middle + CUT_SIGMAS * sigma);
        return Arrays.stream(plain).map(value -> Math.min(value, cut)).average().orElse(0);
    }

    private static double spread(double[] counts, int[] kind, double[] factors, double level) {
        var sum = 0.0;
        for (int i = 0; i < counts.length; i++) {
            var off = 2 * (Math.sqrt(counts[i] + SMALL) - Math.sqrt(level * factors[kind[i]] + SMALL));
            sum += off * off;
        }
        return Math.max(1, sum / counts.length);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
