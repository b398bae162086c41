package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.dispatch.routing.config.RuleWatchConfig;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.persistence.PastCases;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Switches off rules whose cases keep being given back or passed on; counted since the matrix in force was stored. */
@Singleton
public class WatchRules {

    private final OwnContext contexts;
    private final Transactions transactions;
    private final CityVersions versions;
    private final PastCases pastCases;
    private final SwitchOffRules switchOff;
    private final CurrentCity city;
    private final RuleWatchConfig config;
    private final Clock clock;

    WatchRules(
            OwnContext contexts,
            Transactions transactions,
            CityVersions versions,
            PastCases pastCases,
            SwitchOffRules switchOff,
            CurrentCity city,
            RuleWatchConfig config,
            Clock clock) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.versions = versions;
        this.pastCases = pastCases;
        this.switchOff = switchOff;
        this.city = city;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${urbanops.rule-watch.every:10m}", delayed = "${urbanops.rule-watch.every:10m}")
    Uni<Void> watch() {
        return look().replaceWithVoid();
    }

    /** Looks once; returns how many rules were switched off. One replica at a time. */
    public Uni<Integer> look() {
        return city.whenLoaded()
                .chain(() -> contexts.run(() ->
                        transactions.write(session -> versions.lock(session).chain(() -> judge(session)))));
    }

    private Uni<Integer> judge(Mutiny.StatelessSession session) {
        Instant window = clock.instant().minus(Duration.ofDays(config.days()));
        return versions.storedAt(session, CityVersions.MATRIX)
                .chain(stored -> pastCases.records(session, stored.isAfter(window) ? stored : window))
                .map(this::failing)
                .call(reasons -> switchOff.of(session, SwitchOffRules.Cause.RULE_TOO_OFTEN_WRONG, reasons))
                .map(Map::size);
    }

    private Map<String, String> failing(List<PastCases.RuleRecord> records) {
        Matrix matrix = city.get().matrix();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (PastCases.RuleRecord one : records) {
            double share = one.movedOn() / (double) one.dispatched();
            if (one.dispatched() >= config.minCases()
                    && share >= config.maxMovedOn()
                    && matrix.switchedOff(one.ruleId()).isEmpty()) {
                reasons.put(
                        one.ruleId(),
                        String.format(
                                Locale.ROOT,
                                "%d of %d cases it dispatched were given back or passed on.",
                                one.movedOn(),
                                one.dispatched()));
            }
        }
        return reasons;
    }
}
