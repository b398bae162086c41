package city.urbanops.metrics.forecast.application;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.domain.RollupKey;
import city.urbanops.metrics.forecast.domain.Finding;
import city.urbanops.metrics.forecast.domain.Findings;
import city.urbanops.metrics.forecast.domain.UnitAtRisk;
import city.urbanops.metrics.forecast.domain.WarningDecider;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for what is worth a warning, and keeps the list of warnings by it (ADR 0079): raises, renews, clears. Of several replicas each
 * looks; the list is locked while one writes, and what another has raised meanwhile is only renewed.
 */
@Singleton
public class WatchCity {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Transactions transactions;
    private final Rounds rounds;
    private final OwnContext contexts;
    private final AnswerAtRisk atRisk;
    private final FindAnomalies anomalies;
    private final FindHotspots hotspots;
    private final WarningList list;
    private final ForecastFigures figures;
    private final CityDays days;
    private final ForecastConfig config;

    WatchCity(
            Transactions transactions,
            Rounds rounds,
            OwnContext contexts,
            AnswerAtRisk atRisk,
            FindAnomalies anomalies,
            FindHotspots hotspots,
            WarningList list,
            ForecastFigures figures,
            CityDays days,
            ForecastConfig config) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.contexts = contexts;
        this.atRisk = atRisk;
        this.anomalies = anomalies;
        this.hotspots = hotspots;
        this.list = list;
        this.figures = figures;
        this.days = days;
        this.config = config;
    }

    /** Looks once. */
    @Scheduled(every = "${urbanops.forecast.watch-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> watch() {
        return rounds.run("warnings", this::look);
    }

    private Uni<Void> look() {
        var now = days.now();
        var until = days.after(now, config.withinHours());
        return find(now, until)
                .chain(found -> contexts.run(() -> transactions.write(session -> list.lockStanding(session)
                        .chain(standing -> list.apply(session, decide(standing, found, now), now))
                        .chain(() -> list.standing(session)))))
                .invoke(figures::warnings)
                .replaceWithVoid();
    }

    private WarningDecider.Decision decide(Map<String, Instant> standing, List<Finding> found, Instant now) {
        return WarningDecider.decide(standing, found, now.minus(config.warnUnseen()));
    }

    /** Warnings of a query. */
    public Uni<List<WarningList.Listed>> warnings(WarningList.Query query) {
        return transactions.read(session -> list.find(session, query));
    }

    private Uni<List<Finding>> find(Instant now, Instant until) {
        var found = new ArrayList<Finding>();
        return contexts.run(() -> atRisk.units(new TaskQuery(now, until, Optional.empty(), Optional.empty())))
                .invoke(answer -> figures.atRisk(answer.units()))
                .invoke(answer -> answer.units().forEach(unit -> found.addAll(ofUnit(unit, until))))
                .chain(anomalies::find)
                .invoke(found::addAll)
                .chain(() -> contexts.run(() -> hotspots.find(everywhere())))
                .invoke(places -> places.places()
                        .forEach(place -> Findings.of(place, config.hotspotDays(), config.limits())
                                .ifPresent(found::add)))
                .replaceWith(found);
    }

    /** What no unit has is nobody's delay. */
    private List<Finding> ofUnit(UnitAtRisk unit, Instant until) {
        return unit.unit().equals(RollupKey.UNASSIGNED)
                ? List.of()
                : Findings.of(unit, MINUTES.format(until.atZone(days.zone())), config.limits()).stream()
                        .toList();
    }

    private FindHotspots.Query everywhere() {
        return new FindHotspots.Query(
                true, Optional.empty(), Optional.empty(), Optional.empty(), config.hotspotCases());
    }
}
