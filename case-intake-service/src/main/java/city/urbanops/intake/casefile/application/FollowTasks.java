package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.casefile.domain.JournalStep;
import city.urbanops.intake.casefile.domain.StageClock;
import city.urbanops.intake.casefile.domain.TaskFact;
import city.urbanops.intake.casefile.domain.TaskFollower;
import city.urbanops.kit.persistence.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Follows what other services do with a case: its phase, and every step in its journal. */
@Singleton
public class FollowTasks {

    private final CaseFiles files;
    private final Journal journal;
    private final StagesConfig stages;
    private final MeterRegistry meters;

    FollowTasks(CaseFiles files, Journal journal, StagesConfig stages, MeterRegistry meters) {
        this.files = files;
        this.journal = journal;
        this.stages = stages;
        this.meters = meters;
    }

    /** Applies steps of any number of cases, in their order; a step of an unknown case is counted and left out. */
    public Uni<Void> follow(Mutiny.StatelessSession session, List<Step> steps) {
        var ids = steps.stream().map(Step::caseId).distinct().toList();
        return files.lockAll(session, ids).chain(found -> {
            var batch = new Batch(found, stages.clock());
            steps.forEach(batch::apply);
            meters.counter("urbanops.intake.steps.of.unknown.cases").increment(batch.unknown);
            return Sql.together(List.of(files.save(session, batch.changed()), journal.append(session, batch.entries)));
        });
    }

    /**
     * One step of a case's task.
     *
     * @param fact what it means for the case; empty if it is only for the journal
     */
    public record Step(
            UUID caseId,
            int round,
            Optional<TaskFact> fact,
            UUID eventId,
            String type,
            Instant at,
            String actor,
            @Nullable String opinion,
            @Nullable String department) {

        JournalStep journalled(boolean superseded) {
            return new JournalStep(type, at, actor, opinion, department, superseded, eventId, null);
        }
    }

    private static final class Batch {

        private final Map<UUID, CaseFile> cases;
        private final StageClock stages;
        private final Set<UUID> touched = new HashSet<>();
        private final List<JournalEntry> entries = new ArrayList<>();
        private int unknown;

        Batch(Map<UUID, CaseFile> found, StageClock stages) {
            this.stages = stages;
            cases = new HashMap<>(found);
        }

        void apply(Step step) {
            var file = cases.get(step.caseId());
            if (file == null) {
                unknown++;
                return;
            }
            var followed = step.fact().isPresent()
                    ? TaskFollower.follow(file, step.fact().get(), step.round())
                    : Optional.of(file).filter(current -> current.round() == step.round());
            var entry = file.journal().entry(file.id(), step.journalled(followed.isEmpty()));
            var next = stages.set(file, followed.orElse(file), step.at()).journalled(entry);
            entries.add(entry);
            cases.put(file.id(), next);
            touched.add(file.id());
        }

        List<CaseFile> changed() {
            return touched.stream().sorted().map(cases::get).toList();
        }
    }
}
