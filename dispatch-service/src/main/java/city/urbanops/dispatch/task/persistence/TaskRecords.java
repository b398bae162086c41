package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.TaskRecord;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people added to the steps of a task; only ever added to. */
@Singleton
public class TaskRecords {

    /** Keeps a record, unless it says nothing. */
    public Uni<Void> add(Mutiny.StatelessSession session, UUID recordId, UUID taskId, TaskRecord record) {
        return record.isEmpty()
                ? Uni.createFrom().voidItem()
                : JsonRows.insert(session, "task_record", List.of(RecordRow.of(recordId, taskId, record)));
    }

    /** The records of a task, the oldest first; may be empty. */
    public Uni<List<TaskRecord>> of(Mutiny.StatelessSession session, UUID taskId) {
        return session.createNativeQuery(
                        "select cast(row_to_json(r) as text) from task_record r where task_id = :task order by record_id",
                        String.class)
                .setParameter("task", taskId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, RecordRow.class).record())
                        .toList());
    }
}
