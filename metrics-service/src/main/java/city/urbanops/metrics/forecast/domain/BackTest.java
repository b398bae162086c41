package city.urbanops.metrics.forecast.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How wrong the method would have been: for each day of a period it learns from the days before only, tells the next days, and is held
 * against what came (rolling origin). The naive forecast it is compared with says "as on the same weekday last week".
 */
public final class BackTest {

    private static final int WEEK = 7;

    private BackTest() {}

    /**
     * The errors of a period.
     *
     * @param days forecasts that were held against a count
     * @param cases that came on these days
     * @param mae mean absolute error, cases a day
     * @param wape sum of absolute errors ÷ sum of counts; not a number if nothing came
     * @param naiveMae the same of the naive forecast
     * @param naiveWape the same of the naive forecast
     * @param coverage share of counts inside the band that is shown, which promises 0.95
     * @param flagged share of days flagged
     */
    public record Errors(
            long days,
            double cases,
            double mae,
            double wape,
            double naiveMae,
            double naiveWape,
            double coverage,
            double flagged) {}

    /**
     * One day ahead.
     *
     * @param from first day that is forecast; as many days before it as the method needs must be in the series
     * @return empty if no day of the period had enough days before it
     */
    public static Optional<Errors> dayAhead(DailySeries series, LocalDate from, DayKinds kinds, Method method) {
        return ahead(List.of(series), from, 1, kinds, method);
    }

    /** Of several series together, every day of the horizon from each day. */
    public static Optional<Errors> ahead(
            List<DailySeries> all, LocalDate from, int horizon, DayKinds kinds, Method method) {
        var sum = new Sum();
        for (var series : all) {
            for (var origin = from; origin.isBefore(series.end()); origin = origin.plusDays(1)) {
                var model = Seasonal.before(origin, series, kinds, method).orElse(null);
                for (int step = 0; model != null && step < horizon; step++) {
                    sum.add(model, series, origin, origin.plusDays(step));
                }
            }
        }
        return sum.errors();
    }

    /** Adds up. */
    private static final class Sum {
        private long days;
        private double cases;
        private double off;
        private double naiveOff;
        private long covered;
        private long flagged;

        private void add(Seasonal model, DailySeries series, LocalDate origin, LocalDate day) {
            var naive = lastKnownWeekday(origin, day);
            if (!series.covers(day) || !series.covers(naive)) {
                return;
            }
            var count = series.at(day);
            days++;
            cases += count;
            off += Math.abs(count - model.expected(day));
            naiveOff += Math.abs(count - series.at(naive));
            covered += model.band(day).contains(count) ? 1 : 0;
            flagged += model.alarm(day).contains(count) ? 0 : 1;
        }

        private static LocalDate lastKnownWeekday(LocalDate origin, LocalDate day) {
            var known = day;
            while (!known.isBefore(origin)) {
                known = known.minusDays(WEEK);
            }
            return known;
        }

        private Optional<Errors> errors() {
            return days == 0
                    ? Optional.empty()
                    : Optional.of(new Errors(
                            days,
                            cases,
                            off / days,
                            off / cases,
                            naiveOff / days,
                            naiveOff / cases,
                            (double) covered / days,
                            (double) flagged / days));
        }
    }
}
