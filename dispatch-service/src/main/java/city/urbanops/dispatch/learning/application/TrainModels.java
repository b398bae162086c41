package city.urbanops.dispatch.learning.application;

import city.urbanops.classifier.Settings;
import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.learning.config.LearningConfig;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.dispatch.learning.persistence.ModelTable;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries out one training: gathers, trains and compares each target's candidate, and keeps it as a version. */
@Singleton
class TrainModels {

    private static final Logger LOG = Logger.getLogger(TrainModels.class);

    private final OwnContext contexts;
    private final Transactions transactions;
    private final LearningTables tables;
    private final CurrentModels current;
    private final CurrentCity city;
    private final LearningThread thread;
    private final LearningAlerts alerts;
    private final LearningConfig config;
    private final Clock clock;

    TrainModels(
            OwnContext contexts,
            Transactions transactions,
            LearningTables tables,
            CurrentModels current,
            CurrentCity city,
            LearningThread thread,
            LearningAlerts alerts,
            LearningConfig config,
            Clock clock) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.tables = tables;
        this.current = current;
        this.city = city;
        this.thread = thread;
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
    }

    /** Runs a claimed training to its end; never fails, the run's row says what came of it. */
    Uni<Void> run(UUID runId, TrainingProgress progress) {
        return contexts.run(() -> transactions.write(session -> tables.examples()
                        .gather(session, config.examples())
                        .chain(() -> tables.examples().prune(session, config.keptExamples()))))
                .chain(() -> contexts.run(
                        () -> transactions.read(session -> tables.examples().newest(session, config.examples()))))
                .chain(examples -> trainAll(runId, examples, progress))
                .map(outcomes -> new String[] {"DONE", String.join(" ", outcomes)})
                .onFailure(TrainingProgress.Stopped.class)
                .recoverWithItem(new String[] {"STOPPED", "Stopped on request; the running models stay."})
                .onFailure()
                .recoverWithItem(trouble -> {
                    LOG.errorf(trouble, "training %s failed", runId);
                    return new String[] {
                        "FAILED",
                        trouble instanceof OutOfMemoryError
                                ? "Not enough memory for so many examples: lower urbanops.learning.examples."
                                : "It failed: %s.".formatted(trouble.getClass().getSimpleName())
                    };
                })
                .chain(end -> contexts.run(() -> transactions.write(
                        session -> tables.trainings().end(session, runId, end[0], end[1], clock.instant()))))
                .replaceWithVoid();
    }

    private Uni<List<String>> trainAll(UUID runId, List<Example> examples, TrainingProgress progress) {
        List<String> outcomes = new ArrayList<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        int count = Target.values().length;
        int begun = 0;
        for (Target target : Target.values()) {
            double before = (double) begun++ / count;
            done = done.chain(() -> train(runId, target, examples, progress, before, 1.0 / count))
                    .invoke(outcomes::add)
                    .replaceWithVoid();
        }
        return done.replaceWith(outcomes);
    }

    private Uni<String> train(
            UUID runId, Target target, List<Example> all, TrainingProgress progress, double before, double share) {
        List<Example> examples = usable(target, all);
        String name = target.name();
        if (examples.size() < config.fewestExamples()) {
            return Uni.createFrom()
                    .item("%s: only %d examples, %d are needed."
                            .formatted(name, examples.size(), config.fewestExamples()));
        }
        MakeCandidate making = new MakeCandidate(
                target,
                new Settings(config.resultsAfter(), config.wantedAccuracy(), config.textPieces()),
                clock.getZone(),
                config.fewestTested());
        return running(target).chain(running -> thread.run(() -> {
                    MakeCandidate.Candidate made = making.make(
                            examples,
                            running.orElse(null),
                            part -> progress.at("training " + name, before + part * share));
                    return new Packed(made, StoredModels.pack(made.model()), known(examples));
                })
                .chain(packed -> contexts.run(() ->
                        transactions.write(session -> keep(session, runId, target, packed, running.orElse(null))))));
    }

    /** A candidate ready to be stored. */
    private record Packed(MakeCandidate.Candidate candidate, StoredModels.Packed bytes, List<String> knownClasses) {}

    /** Examples whose result is known and still possible: cases of dissolved units teach nothing any more. */
    private List<Example> usable(Target target, List<Example> all) {
        Set<String> units = city.get().units().all().stream()
                .filter(Unit::active)
                .map(Unit::code)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> target.labelOf(one)
                        .filter(label -> target == Target.CLASS || units.contains(label))
                        .isPresent())
                .toList();
    }

    private static List<String> known(List<Example> examples) {
        return examples.stream().map(Example::classCode).distinct().sorted().toList();
    }

    /** The model to be compared with; empty when none runs, or the one that should cannot be read. */
    private Uni<Optional<MakeCandidate.Running>> running(Target target) {
        return contexts.run(() -> transactions.read(tables.models()::active)).map(rows -> rows.stream()
                .filter(row -> row.target() == target)
                .findFirst()
                .flatMap(row -> current.of(target)
                        .filter(model -> model.version().equals(row.name()))
                        .map(model -> new MakeCandidate.Running(row.version(), model.model(), row.lastExampleNo()))));
    }

    private Uni<String> keep(
            Mutiny.StatelessSession session,
            UUID runId,
            Target target,
            Packed packed,
            MakeCandidate.@Nullable Running compared) {
        return tables.models()
                .lock(session)
                .chain(() -> tables.trainings().stillRuns(session, runId))
                .chain(runs -> {
                    if (!runs) {
                        // somebody ended it meanwhile: what it made does not count
                        throw new TrainingProgress.Stopped();
                    }
                    return tables.models().active(session);
                })
                .chain(active -> store(session, runId, target, packed, decide(active, target, packed, compared)));
    }

    private record Decided(boolean accepted, String reason) {}

    private Decided decide(
            List<ModelTable.Row> active, Target target, Packed packed, MakeCandidate.@Nullable Running compared) {
        long runs = active.stream()
                .filter(row -> row.target() == target)
                .filter(row -> compared != null || current.of(target).isPresent())
                .mapToLong(ModelTable.Row::version)
                .findFirst()
                .orElse(0);
        var verdict = packed.candidate().verdict();
        if (verdict.accepted() && runs != (compared == null ? 0 : compared.version())) {
            return new Decided(false, "Another version became active while it was trained. " + verdict.reason());
        }
        return new Decided(verdict.accepted(), verdict.reason());
    }

    private Uni<String> store(
            Mutiny.StatelessSession session, UUID runId, Target target, Packed packed, Decided decided) {
        var candidate = packed.candidate();
        var now = clock.instant();
        ModelTable.Row row = new ModelTable.Row(
                0,
                target,
                ModelTable.State.REFUSED,
                runId,
                now,
                "training",
                candidate.examples(),
                candidate.lastExampleNo(),
                packed.knownClasses(),
                target.schemeName(),
                packed.bytes().digest(),
                candidate.model().threshold(),
                null,
                true,
                decided.reason(),
                ContractJson.mapper().valueToTree(candidate.figures()),
                now,
                true);
        return tables.models()
                .add(session, row, packed.bytes().parts())
                .call(version -> follow(session, target, version, decided))
                .call(() -> tables.models().prune(session, target, config.keptVersions()))
                .map(version -> "%s %s, %d kB. %s"
                        .formatted(
                                ModelTable.Row.name(target, version),
                                decided.accepted() ? "took over" : "was refused",
                                packed.bytes().bytes() / 1024,
                                decided.reason()));
    }

    private Uni<Void> follow(Mutiny.StatelessSession session, Target target, long version, Decided decided) {
        if (decided.accepted()) {
            return tables.models().activate(session, target, version, clock.instant());
        }
        String name = ModelTable.Row.name(target, version);
        return alerts.raise(
                session,
                LearningAlerts.Kind.MODEL_REFUSED,
                name,
                "Model %s is not asked: %s".formatted(name, decided.reason()));
    }
}
