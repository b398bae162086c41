package city.urbanops.unittasks.application;

import city.urbanops.unittasks.domain.Mirrored;
import city.urbanops.unittasks.domain.TaskFact;
import city.urbanops.unittasks.domain.UnitTask;
import city.urbanops.unittasks.domain.UnitWork;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows what happens to tasks and cases elsewhere: a whole batch by one read and one write.
 *
 * @param <W> the work
 */
public final class FollowTasks<W extends UnitWork<W>> {

    private final WorkStore<W> store;
    private final Function<UnitTask, W> begun;

    /** @param begun the work on a task that was just handed over */
    public FollowTasks(WorkStore<W> store, Function<UnitTask, W> begun) {
        this.store = store;
        this.begun = begun;
    }

    /** Applies the facts in order; the result says why some changed nothing. */
    public Uni<List<Mirrored.Reason>> handle(Mutiny.StatelessSession session, List<TaskFact> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var caseIds = facts.stream().map(TaskFact::caseId).collect(Collectors.toSet());
        return store.lockOfCases(session, caseIds).chain(known -> {
            var batch = new Batch(known);
            facts.forEach(batch::apply);
            return store.saveAll(session, batch.changed.values()).replaceWith(batch.ignored);
        });
    }

    /** The work on one batch's cases, changed in memory. */
    private final class Batch {

        private final Map<UUID, W> known = new LinkedHashMap<>();
        private final Map<UUID, W> changed = new LinkedHashMap<>();
        private final List<Mirrored.Reason> ignored = new ArrayList<>();

        private Batch(List<W> loaded) {
            loaded.forEach(work -> known.put(work.task().taskId(), work));
        }

        private void apply(TaskFact fact) {
            if (fact.taskId().isPresent()) {
                take(fact.onto(known.get(fact.taskId().get()), begun));
                return;
            }
            var ofCase = known.values().stream()
                    .filter(work -> work.task().caseId().equals(fact.caseId()))
                    .toList();
            if (ofCase.isEmpty()) {
                take(fact.onto(null, begun));
            }
            ofCase.forEach(work -> take(fact.onto(work, begun)));
        }

        private void take(Mirrored<W> mirrored) {
            if (mirrored instanceof Mirrored.Changed<W> change) {
                known.put(change.next().task().taskId(), change.next());
                changed.put(change.next().task().taskId(), change.next());
            }
            if (mirrored instanceof Mirrored.Ignored<W> nothing) {
                ignored.add(nothing.reason());
            }
        }
    }
}
