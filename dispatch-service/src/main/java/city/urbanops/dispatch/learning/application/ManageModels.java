package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.domain.ModelFigures;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.dispatch.learning.domain.TrainingRun;
import city.urbanops.dispatch.learning.persistence.ModelTable;
import city.urbanops.dispatch.learning.persistence.TrainingTable;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Versions of the models: which there are, with their figures, and which are asked. */
@Singleton
public class ManageModels {

    private static final Logger LOG = Logger.getLogger(ManageModels.class);
    private static final int RUNS_SHOWN = 20;

    private final Transactions transactions;
    private final ModelTable models;
    private final TrainingTable trainings;
    private final CurrentModels current;
    private final Clock clock;

    ManageModels(
            Transactions transactions, ModelTable models, TrainingTable trainings, CurrentModels current, Clock clock) {
        this.transactions = transactions;
        this.models = models;
        this.trainings = trainings;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A version.
     *
     * @param version its number, for commands
     * @param name as explanations call it
     * @param target what it answers: {@code UNIT} or {@code CLASS}
     * @param state {@code ACTIVE}, {@code STANDBY} or {@code REFUSED}
     * @param trainedAt when
     * @param examples closed cases it was trained on
     * @param threshold the confidence from which on it decides by itself; above 1 when it never does
     * @param automatic false when it suggests only
     * @param stored whether its bytes are still there, so that it can be activated
     * @param loaded whether this replica asks it now
     * @param reason why it took over or was refused
     * @param figures how it did on cases it had not seen
     * @param changedAt since when it is asked or restrained as it is
     */
    public record Version(
            long version,
            String name,
            Target target,
            String state,
            Instant trainedAt,
            int examples,
            double threshold,
            boolean automatic,
            boolean stored,
            boolean loaded,
            String reason,
            ModelFigures figures,
            Instant changedAt) {}

    /** Every version, the newest first, and the latest trainings. */
    public record Overview(List<Version> items, List<TrainingRun> trainings) {
        public Overview {
            items = List.copyOf(items);
            trainings = List.copyOf(trainings);
        }
    }

    /** What there is. */
    public Uni<Overview> overview() {
        return transactions.read(session -> models.all(session).chain(rows -> trainings
                .newest(session, RUNS_SHOWN)
                .map(runs -> new Overview(rows.stream().map(this::view).toList(), runs))));
    }

    /** How a training stands; fails with 404 when there is none of that id. */
    public Uni<TrainingRun> training(UUID runId) {
        return transactions
                .read(session -> trainings.find(session, runId))
                .map(found -> found.orElseThrow(
                        () -> new ProblemException(Problem.notFound("There is no training " + runId + "."))));
    }

    /** Makes a version the one that is asked, with its own threshold; 404 unknown, 409 when its bytes are gone or it cannot be read. */
    public Uni<Outcome> activate(Mutiny.StatelessSession session, long version, String account) {
        return models.lock(session).chain(() -> models.find(session, version)).chain(found -> found.map(
                        row -> activate(session, row, account))
                .orElseGet(() -> unknown(version)));
    }

    private Uni<Outcome> activate(Mutiny.StatelessSession session, ModelTable.Row row, String account) {
        if (!row.stored() || !row.scheme().equals(row.target().schemeName())) {
            return Uni.createFrom()
                    .item(Outcome.refused(Problem.conflict(
                            "model-not-stored",
                            row.stored()
                                    ? "The version looks at other facts than this software."
                                    : "The version is too old: its bytes are no longer kept.")));
        }
        return models.activate(session, row.target(), row.version(), clock.instant())
                .invoke(() -> LOG.infof("model %s activated by %s", row.name(), account))
                .chain(() -> answer(session, row.version()));
    }

    /** Lets an active version suggest only; 404 unknown, 409 when it is not active. */
    public Uni<Outcome> suggestOnly(Mutiny.StatelessSession session, long version, String account) {
        return models.lock(session).chain(() -> models.find(session, version)).chain(found -> found.map(
                        row -> restrain(session, row, account))
                .orElseGet(() -> unknown(version)));
    }

    private Uni<Outcome> restrain(Mutiny.StatelessSession session, ModelTable.Row row, String account) {
        return models.restrain(session, row.version(), false, null, clock.instant())
                .chain(done -> done
                        ? answer(session, row.version())
                                .invoke(() -> LOG.infof("model %s told by %s to suggest only", row.name(), account))
                        : Uni.createFrom()
                                .item(Outcome.refused(
                                        Problem.conflict("model-not-active", "The version is not active."))));
    }

    private Uni<Outcome> answer(Mutiny.StatelessSession session, long version) {
        return models.find(session, version).map(row -> Outcome.ok(view(row.orElseThrow())));
    }

    private static Uni<Outcome> unknown(long version) {
        return Uni.createFrom().item(Outcome.refused(Problem.notFound("There is no model version " + version + ".")));
    }

    private Version view(ModelTable.Row row) {
        @Nullable
        String asked = Optional.of(row.target())
                .flatMap(current::of)
                .map(model -> model.version())
                .orElse(null);
        return new Version(
                row.version(),
                row.name(),
                row.target(),
                row.state().name(),
                row.trainedAt(),
                row.examples(),
                row.thresholdNow(),
                row.automatic(),
                row.stored(),
                row.name().equals(asked),
                row.reason(),
                row.readFigures(),
                row.changedAt());
    }
}
