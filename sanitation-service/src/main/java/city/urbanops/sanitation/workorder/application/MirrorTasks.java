package city.urbanops.sanitation.workorder.application;

import city.urbanops.sanitation.workorder.domain.Mirrored;
import city.urbanops.sanitation.workorder.domain.TaskFact;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
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

    private final WorkOrders orders;

    MirrorTasks(WorkOrders orders) {
        this.orders = orders;
    }

    /** Applies the facts in order; the result says which changed nothing, and why. */
    public Uni<List<Mirrored.Ignored>> handle(Mutiny.StatelessSession session, List<TaskFact> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var caseIds = facts.stream().map(TaskFact::caseId).collect(Collectors.toSet());
        return orders.lockOfCases(session, caseIds).chain(known -> {
            var batch = new Batch(known);
            facts.forEach(batch::apply);
            return orders.saveAll(session, batch.changed.values()).replaceWith(batch.ignored);
        });
    }

    /** The work orders of one batch's cases, changed in memory. */
    private static final class Batch {

        private final Map<UUID, WorkOrder> known = new LinkedHashMap<>();
        private final Map<UUID, WorkOrder> changed = new LinkedHashMap<>();
        private final List<Mirrored.Ignored> ignored = new ArrayList<>();

        private Batch(List<WorkOrder> loaded) {
            loaded.forEach(order -> known.put(order.taskId(), order));
        }

        private void apply(TaskFact fact) {
            if (fact.taskId().isPresent()) {
                take(fact.onto(known.get(fact.taskId().get())));
                return;
            }
            var ofCase = known.values().stream()
                    .filter(order -> order.caseId().equals(fact.caseId()))
                    .toList();
            if (ofCase.isEmpty()) {
                take(fact.onto(null));
            }
            ofCase.forEach(order -> take(fact.onto(order)));
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
