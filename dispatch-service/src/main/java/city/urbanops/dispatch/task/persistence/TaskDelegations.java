package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.Delegation;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Every move of tasks inside their lines of command; only ever added to. */
@Singleton
public class TaskDelegations {

    /** A row; the components are the table's columns. */
    record Row(
            UUID delegationId,
            UUID caseId,
            UUID taskId,
            String fromDepartment,
            String toDepartment,
            Instant at,
            String actor,
            @Nullable String opinion) {

        Delegation delegation() {
            return new Delegation(taskId, fromDepartment, toDepartment, at, actor, opinion);
        }
    }

    /** Keeps one. */
    public Uni<Void> add(Mutiny.StatelessSession session, UUID id, Task task, Delegation move) {
        Row row = new Row(
                id,
                task.caseId(),
                task.taskId(),
                move.fromDepartment(),
                move.toDepartment(),
                move.at(),
                move.actor(),
                move.opinion());
        return JsonRows.insert(session, "task_delegation", List.of(row));
    }

    /** Those of a case, the oldest first; may be empty. */
    public Uni<List<Delegation>> of(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(
                        "select cast(row_to_json(d) as text) from task_delegation d where case_id = :case order by delegation_id",
                        String.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, Row.class).delegation())
                        .toList());
    }
}
