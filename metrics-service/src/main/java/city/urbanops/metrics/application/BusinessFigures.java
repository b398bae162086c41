package city.urbanops.metrics.application;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.application.ClosureQuery.GroupBy;
import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Indicator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This year's figures of each unit as metrics, for alerts; absent where the base is zero. */
@Singleton
class BusinessFigures {

    private static final List<Indicator> SHOWN = List.of(
            Indicator.FILINGS,
            Indicator.CLOSED_CASES,
            Indicator.OVERDUE_CASES,
            Indicator.CLOSE_RATE,
            Indicator.IN_TIME_CLOSE_RATE,
            Indicator.REWORK_RATE);

    private static final Set<CaseSet> SETS = SHOWN.stream()
            .flatMap(indicator -> indicator.standard().sets().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Transactions transactions;
    private final Rounds rounds;
    private final ClosureRollups rollups;
    private final Clock clock;
    private final MultiGauge figures;

    BusinessFigures(
            Transactions transactions, Rounds rounds, ClosureRollups rollups, Clock clock, MeterRegistry meters) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.rollups = rollups;
        this.clock = clock;
        this.figures = MultiGauge.builder("urbanops.figures")
                .description("this year's indicators by unit; rates are fractions of 1")
                .register(meters);
    }

    @Scheduled(every = "30s")
    Uni<Void> refresh() {
        var year = Year.now(clock);
        var query = new ClosureQuery(
                GroupBy.DEPARTMENT, year.atDay(1), year.plusYears(1).atDay(1), Optional.empty(), Optional.empty());
        return rounds.run("figures stay as they are", () -> transactions
                .read(session -> rollups.sum(session, query, SETS))
                .invoke(groups -> figures.register(
                        groups.stream().flatMap(BusinessFigures::rows).toList(), true)));
    }

    private static Stream<MultiGauge.Row<?>> rows(GroupCounts group) {
        return SHOWN.stream().flatMap(indicator -> indicator.standard().of(group.counts()).stream()
                .map(value ->
                        MultiGauge.Row.of(Tags.of("indicator", indicator.id(), "department", group.key()), value)));
    }
}
