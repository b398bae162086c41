package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.config.LearningConfig;
import city.urbanops.dispatch.learning.domain.Watch;
import city.urbanops.dispatch.learning.persistence.LiveResults;
import city.urbanops.dispatch.learning.persistence.ModelTable;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Holds active models to the wanted accuracy by what became of their cases; a model that misses it decides less by itself, or nothing. */
@Singleton
public class WatchModels {

    private final OwnContext contexts;
    private final Transactions transactions;
    private final ModelTable models;
    private final LiveResults results;
    private final LearningAlerts alerts;
    private final LearningConfig config;
    private final Clock clock;

    WatchModels(
            OwnContext contexts,
            Transactions transactions,
            ModelTable models,
            LiveResults results,
            LearningAlerts alerts,
            LearningConfig config,
            Clock clock) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.models = models;
        this.results = results;
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${urbanops.learning.watch-every:10m}", delayed = "1m")
    Uni<Void> watch() {
        return look().replaceWithVoid();
    }

    /** Looks once; returns how many models were restrained. One replica at a time. */
    public Uni<Integer> look() {
        return contexts.run(() -> transactions.write(session -> models.lock(session)
                .chain(() -> models.active(session))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .filter(ModelTable.Row::automatic)
                        .onItem()
                        .transformToUniAndConcatenate(row -> judge(session, row))
                        .collect()
                        .asList())
                .map(List::size)));
    }

    /** Counts from its last change on: what it did under another threshold says nothing about this one. */
    private Uni<Boolean> judge(Mutiny.StatelessSession session, ModelTable.Row row) {
        Instant window = clock.instant().minus(Duration.ofDays(config.watchDays()));
        Instant since = row.changedAt().isAfter(window) ? row.changedAt() : window;
        return results.of(session, row.target(), row.name(), since)
                .map(live -> Watch.judge(live, row.thresholdNow(), config.wantedAccuracy(), config.watchCases()))
                .chain(finding -> follow(session, row, finding));
    }

    private Uni<Boolean> follow(Mutiny.StatelessSession session, ModelTable.Row row, Watch.Finding finding) {
        if (finding instanceof Watch.Finding.Raise raise) {
            return models.restrain(session, row.version(), true, raise.threshold(), clock.instant())
                    .chain(() -> alerts.raise(
                            session,
                            LearningAlerts.Kind.MODEL_THRESHOLD_RAISED,
                            row.name(),
                            String.format(
                                    Locale.ROOT,
                                    "Model %s was wrong in %d of %d cases it dispatched; it decides by itself from %.4f on now.",
                                    row.name(),
                                    raise.wrong(),
                                    raise.cases(),
                                    raise.threshold())))
                    .replaceWith(true);
        }
        if (finding instanceof Watch.Finding.Stop stop) {
            return models.restrain(session, row.version(), false, null, clock.instant())
                    .chain(() -> alerts.raise(
                            session,
                            LearningAlerts.Kind.MODEL_STOPPED,
                            row.name(),
                            "Model %s was wrong in %d of %d cases it dispatched; it suggests only until a version is activated."
                                    .formatted(row.name(), stop.wrong(), stop.cases())))
                    .replaceWith(true);
        }
        return Uni.createFrom().nullItem();
    }
}
