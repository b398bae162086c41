package city.urbanops.metrics.forecast.api;

import city.urbanops.metrics.forecast.application.AnswerTrend;
import city.urbanops.metrics.forecast.application.AnswerTrend.Tested;
import city.urbanops.metrics.forecast.domain.BackTest.Errors;
import city.urbanops.metrics.forecast.domain.Trend.Flag;
import city.urbanops.metrics.forecast.domain.Trend.Point;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A daily series as the API shows it.
 *
 * @param method how the figures come about, in words
 * @param error how wrong forecasts one day ahead were over the last twelve weeks; absent while there is too little
 * @param items the days of the period, then the next fourteen
 */
public record TrendView(String method, @Nullable Accuracy error, List<Day> items, Instant asOf) {

    static final String METHOD =
            "Level times day of the week. Day of the week: its mean over twelve weeks against the mean of all days, holidays as Sundays,"
                    + " make-up days as Fridays. Level: mean of the last four weeks without that, single outliers cut. Band: 95 %, by square"
                    + " roots, as wide as the days learned from spread. Each day is told from the days before it; flagged outside of 99.9 %.";

    static TrendView of(AnswerTrend.Answer answer, Instant asOf) {
        return new TrendView(
                METHOD,
                answer.error().map(Accuracy::of).orElse(null),
                answer.points().stream().map(Day::of).toList(),
                asOf);
    }

    /**
     * One day.
     *
     * @param count filed cases; null for a day that is forecast
     * @param expected null while too little is known before that day
     * @param low lower end of the band
     * @param high upper end of the band
     * @param flag HIGH or LOW if it is out of the ordinary
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Day(
            LocalDate date,
            @Nullable Long count,
            @Nullable Double expected,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Flag flag) {

        static Day of(Point point) {
            var band = point.band();
            return band == null
                    ? new Day(point.day(), point.count(), null, null, null, null)
                    : new Day(
                            point.day(),
                            point.count(),
                            Rounded.two(band.expected()),
                            band.low(),
                            band.high(),
                            point.flag());
        }
    }

    /**
     * Errors of a back-test.
     *
     * @param forecasts that were held against a count
     * @param mae mean absolute error, cases a day
     * @param wape sum of absolute errors ÷ sum of counts; null if nothing came
     * @param naiveMae of "as on the same weekday last week"
     * @param naiveWape of the same
     * @param coverage share of counts inside the band, which promises 0.95
     * @param flagged share of days flagged
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Accuracy(
            long forecasts,
            double mae,
            @Nullable Double wape,
            double naiveMae,
            @Nullable Double naiveWape,
            double coverage,
            double flagged) {

        static Accuracy of(Errors errors) {
            var came = errors.cases() > 0;
            return new Accuracy(
                    errors.days(),
                    Rounded.four(errors.mae()),
                    came ? Rounded.four(errors.wape()) : null,
                    Rounded.four(errors.naiveMae()),
                    came ? Rounded.four(errors.naiveWape()) : null,
                    Rounded.four(errors.coverage()),
                    Rounded.four(errors.flagged()));
        }
    }

    /**
     * How wrong the method was.
     *
     * @param items one for each series that has enough days
     */
    public record BackTestView(String method, LocalDate from, LocalDate to, List<Series> items) {

        static BackTestView of(List<Tested> tested, LocalDate from, LocalDate to) {
            return new BackTestView(
                    METHOD, from, to, tested.stream().map(Series::of).toList());
        }
    }

    /**
     * One series.
     *
     * @param key a unit, a district or a class; empty for the series that was asked for
     * @param dayAhead forecasts of the next day
     * @param fortnight forecasts of each of the next fourteen days
     */
    public record Series(String key, Accuracy dayAhead, Accuracy fortnight) {

        static Series of(Tested tested) {
            return new Series(tested.key(), Accuracy.of(tested.dayAhead()), Accuracy.of(tested.fortnight()));
        }
    }
}
