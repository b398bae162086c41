package city.urbanops.enforcement.assignment.application;

import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.Mirrored;
import city.urbanops.enforcement.assignment.domain.TaskFact;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Follows what happens to tasks and cases elsewhere: a whole batch by one read and one write. */
@Singleton
public class MirrorTasks {

    private final Assignments assignments;

    MirrorTasks(Assignments assignments) {
        this.assignments = assignments;
    }

    /** Applies the facts in order; the result says which changed nothing, and why. */
    public Uni<List<Mirrored.Ignored>> handle(Mutiny.StatelessSession session, List<TaskFact> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var caseIds = facts.stream().map(TaskFact::caseId).collect(Collectors.toSet());
        return assignments.lockOfCases(session, caseIds).chain(known -> {
            var batch = new Batch(known);
            facts.forEach(batch::apply);
            return assignments.saveAll(session, batch.changed.values()).replaceWith(batch.ignored);
        });
    }

    /** The assignments of one batch's cases, changed in memory. */
    private static final class Batch {

        private final Map<UUID, Assignment> known = new LinkedHashMap<>();
        private final Map<UUID, Assignment> changed = new LinkedHashMap<>();
        private final List<Mirrored.Ignored> ignored = new ArrayList<>();

        private Batch(List<Assignment> loaded) {
            loaded.forEach(assignment -> known.put(assignment.taskId(), assignment));
        }

        private void apply(TaskFact fact) {
            if (fact.taskId().isPresent()) {
                take(fact.onto(known.get(fact.taskId().get())));
                return;
            }
            var ofCase = known.values().stream()
                    .filter(assignment -> assignment.caseId().equals(fact.caseId()))
                    .toList();
            if (ofCase.isEmpty()) {
                take(fact.onto(null));
            }
            ofCase.forEach(assignment -> take(fact.onto(assignment)));
        }

        private void take(Mirrored mirrored) {
            if (mirrored instanceof Mirrored.Changed change) {
                known.put(change.next().taskId(), change.next());
                changed.put(change.next().taskId(), change.next());
            }
            if (mirrored instanceof Mirrored.Ignored nothing) {
                ignored.add(nothing);
            }
        }
    }
}
