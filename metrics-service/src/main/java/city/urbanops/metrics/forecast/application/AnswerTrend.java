package city.urbanops.metrics.forecast.application;

import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.forecast.domain.BackTest;
import city.urbanops.metrics.forecast.domain.BackTest.Errors;
import city.urbanops.metrics.forecast.domain.DailySeries;
import city.urbanops.metrics.forecast.domain.Finding.Subject;
import city.urbanops.metrics.forecast.domain.Method;
import city.urbanops.metrics.forecast.domain.Trend;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells what was to be expected of a subject's days and what is to be expected of the next, and how wrong that is. */
@Singleton
public class AnswerTrend {

    /** Errors beside a trend are those of its last twelve weeks. */
    private static final int TESTED_DAYS = 84;

    private final Transactions transactions;
    private final DailyCounts counts;
    private final CityDays days;

    AnswerTrend(Transactions transactions, DailyCounts counts, CityDays days) {
        this.transactions = transactions;
        this.counts = counts;
        this.days = days;
    }

    /**
     * A period and the days after it.
     *
     * @param points the days of the period, then those that are forecast
     * @param error of the forecasts one day ahead; absent while there is too little
     */
    public record Answer(List<Trend.Point> points, Optional<Errors> error) {}

    /**
     * How wrong the method was about one series.
     *
     * @param key a unit, a district or a class; empty for the series that was asked for
     * @param dayAhead one day ahead
     * @param fortnight all of the next {@value Trend#HORIZON_DAYS} days
     */
    public record Tested(String key, Errors dayAhead, Errors fortnight) {}

    /**
     * The days of a period and those after it.
     *
     * @param to the day after the last, and the first that is forecast
     */
    public Uni<Answer> trend(Subject subject, LocalDate from, LocalDate to) {
        var tested = to.minusDays(TESTED_DAYS);
        var since = (from.isBefore(tested) ? from : tested).minusDays(Method.STANDARD.patternDays());
        return transactions
                .read(session -> series(session, subject, since, to))
                .map(series -> new Answer(
                        Trend.of(series, later(from, series.first()), days.kinds(), Method.STANDARD),
                        BackTest.dayAhead(series, tested, days.kinds(), Method.STANDARD)));
    }

    /** Of one subject; absent if it has too few days. */
    public Uni<Optional<Tested>> test(Subject subject, LocalDate from, LocalDate to) {
        return transactions
                .read(session -> series(session, subject, from.minusDays(Method.STANDARD.patternDays()), to))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(series -> test("", series, from));
    }

    /** Of each unit, district or class, by key; those with too few days are left out. */
    public Uni<List<Tested>> test(DailyCounts.Per per, LocalDate from, LocalDate to) {
        var since = from.minusDays(Method.STANDARD.patternDays());
        return transactions
                .read(session -> counts.firstMonth(session)
                        .chain(first -> counts.per(session, per, since, to).map(all -> all.entrySet().stream()
                                .map(one -> new Named(
                                        one.getKey(), DailySeries.of(known(first, since), to, one.getValue())))
                                .toList())))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> all.stream()
                        .flatMap(one -> test(one.key(), one.series(), from).stream())
                        .sorted(Comparator.comparing(Tested::key))
                        .toList());
    }

    private record Named(String key, DailySeries series) {}

    private Optional<Tested> test(String key, DailySeries series, LocalDate from) {
        return BackTest.dayAhead(series, from, days.kinds(), Method.STANDARD)
                .flatMap(day -> BackTest.ahead(List.of(series), from, Trend.HORIZON_DAYS, days.kinds(), Method.STANDARD)
                        .map(fortnight -> new Tested(key, day, fortnight)));
    }

    private Uni<DailySeries> series(Mutiny.StatelessSession session, Subject subject, LocalDate since, LocalDate to) {
        return counts.firstMonth(session).chain(first -> counts.of(session, subject, since, to)
                .map(byDay -> DailySeries.of(known(first, since), to, byDay)));
    }

    /** Days before the first case of the city are no zeros: nobody counted. */
    private static LocalDate known(Optional<LocalDate> first, LocalDate since) {
        return first.map(day -> later(day, since)).orElse(since);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
