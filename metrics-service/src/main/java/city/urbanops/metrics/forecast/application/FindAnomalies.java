package city.urbanops.metrics.forecast.application;

import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.forecast.application.DailyCounts.Per;
import city.urbanops.metrics.forecast.domain.DailySeries;
import city.urbanops.metrics.forecast.domain.Finding;
import city.urbanops.metrics.forecast.domain.Finding.Subject;
import city.urbanops.metrics.forecast.domain.Findings;
import city.urbanops.metrics.forecast.domain.Method;
import city.urbanops.metrics.forecast.domain.Trend;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds classes, districts and units whose last day is out of the ordinary: yesterday, and today where it has more cases by now than a whole
 * day should have. It reads twelve weeks of sums by day.
 */
@Singleton
class FindAnomalies {

    private final Transactions transactions;
    private final OwnContext contexts;
    private final DailyCounts counts;
    private final CityDays days;
    private final ForecastConfig config;

    FindAnomalies(
            Transactions transactions, OwnContext contexts, DailyCounts counts, CityDays days, ForecastConfig config) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.counts = counts;
        this.days = days;
        this.config = config;
    }

    /** At most one for each class, district and unit. */
    Uni<List<Finding>> find() {
        var today = days.today();
        return Multi.createFrom()
                .items(Per.values())
                .onItem()
                .transformToUniAndConcatenate(per -> of(per, today))
                .collect()
                .in(() -> new ArrayList<Finding>(), List::addAll)
                .map(found -> found);
    }

    private Uni<List<Finding>> of(Per per, LocalDate today) {
        var since = today.minusDays(Method.STANDARD.patternDays() + 1L);
        var end = today.plusDays(1);
        return contexts.run(() -> transactions.read(
                        session -> counts.firstMonth(session).chain(first -> counts.per(session, per, since, end)
                                .map(all -> new Read(
                                        first.filter(day -> day.isAfter(since)).orElse(since), all)))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(
                        read -> read.series().entrySet().stream()
                                .flatMap(one -> finding(
                                        subject(per, one.getKey()),
                                        DailySeries.of(read.first(), end, one.getValue()),
                                        today)
                                        .stream())
                                .toList());
    }

    private record Read(LocalDate first, Map<String, Map<LocalDate, Long>> series) {}

    private Optional<Finding> finding(Subject subject, DailySeries series, LocalDate today) {
        return Stream.of(today, today.minusDays(1))
                .filter(series::covers)
                .map(day -> Trend.past(day, series, days.kinds(), Method.STANDARD))
                .filter(point -> point.flag() == Trend.Flag.HIGH || point.day().isBefore(today))
                .flatMap(point -> Findings.of(subject, point, config.limits()).stream())
                .findFirst();
    }

    private static Subject subject(Per per, String key) {
        return switch (per) {
            case UNIT -> new Subject(key, null, null);
            case DISTRICT -> new Subject(null, null, key);
            case CLASS -> new Subject(null, key, null);
        };
    }
}
