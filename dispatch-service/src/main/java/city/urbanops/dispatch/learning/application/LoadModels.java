package city.urbanops.dispatch.learning.application;

import city.urbanops.classifier.Model;
import city.urbanops.dispatch.learning.domain.LearnedModel;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.dispatch.learning.persistence.ModelTable;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the active models of the table into memory where they differ from those there. A model that cannot be read is done without. */
@Singleton
class LoadModels {

    private static final Logger LOG = Logger.getLogger(LoadModels.class);

    private final OwnContext contexts;
    private final Transactions transactions;
    private final ModelTable table;
    private final CurrentModels current;
    private final LearningAlerts alerts;
    private volatile Map<Target, Taken> taken = Map.of();

    LoadModels(
            OwnContext contexts,
            Transactions transactions,
            ModelTable table,
            CurrentModels current,
            LearningAlerts alerts) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.table = table;
        this.current = current;
        this.alerts = alerts;
    }

    /** A version as it was taken; {@code model} is absent when it could not be read. */
    private record Taken(
            long version, String digest, @Nullable Model model) {}

    /** Looks once. */
    Uni<Void> ifChanged() {
        return contexts.run(() -> transactions.read(table::active))
                .chain(this::takeAll)
                .replaceWithVoid();
    }

    private Uni<Map<Target, LearnedModel>> takeAll(List<ModelTable.Row> active) {
        Map<Target, Taken> kept = new EnumMap<>(Target.class);
        Map<Target, LearnedModel> models = new EnumMap<>(Target.class);
        return Multi.createFrom()
                .iterable(active)
                .onItem()
                .transformToUniAndConcatenate(row -> take(row).invoke(one -> {
                    kept.put(row.target(), one);
                    Model model = one.model();
                    if (model != null) {
                        models.put(
                                row.target(),
                                new LearnedModel(
                                        row.name(),
                                        row.target(),
                                        model,
                                        row.thresholdNow(),
                                        row.automatic(),
                                        Set.copyOf(row.knownClasses())));
                    }
                }))
                .collect()
                .asList()
                .invoke(all -> {
                    taken = Map.copyOf(kept);
                    current.set(models);
                })
                .replaceWith(models);
    }

    private Uni<Taken> take(ModelTable.Row row) {
        Taken known = taken.get(row.target());
        if (known != null && known.version() == row.version() && known.digest().equals(row.digest())) {
            return Uni.createFrom().item(known);
        }
        return contexts.run(() -> transactions.read(session -> table.parts(session, row.version())))
                .chain(parts -> Uni.createFrom()
                        .item(() -> unpack(row, parts))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .call(one -> one.isPresent()
                        ? Uni.createFrom().voidItem()
                        : alerts.raise(
                                LearningAlerts.Kind.MODEL_UNREADABLE,
                                row.name(),
                                "Model %s cannot be read: its cases wait for a person until another version is active."
                                        .formatted(row.name())))
                .map(one -> new Taken(row.version(), row.digest(), one.orElse(null)));
    }

    private static Optional<Model> unpack(ModelTable.Row row, List<byte[]> parts) {
        try {
            Model model = StoredModels.unpack(parts, row.digest(), row.target(), row.scheme());
            LOG.infof("model %s loaded, %d answers", row.name(), model.labels());
            return Optional.of(model);
        } catch (IOException | RuntimeException unreadable) {
            LOG.errorf("model %s cannot be read: %s", row.name(), Objects.toString(unreadable.getMessage(), "?"));
            return Optional.empty();
        }
    }
}
