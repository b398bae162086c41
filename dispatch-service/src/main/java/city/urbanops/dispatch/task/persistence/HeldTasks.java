package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.kit.persistence.EntityColumns;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a unit still owes. */
@Singleton
public class HeldTasks {

    private static final String OWED = """
            select %s from task where department = :department and state not in ('CLOSED', 'WITHDRAWN', 'HANDED_BACK')
            order by task_id for update
            """.formatted(EntityColumns.of(TaskEntity.class, "task"));

    /** Its tasks that are neither finished nor handed back, locked. */
    public Uni<List<Task>> lock(Mutiny.StatelessSession session, String department) {
        return session.createNativeQuery(OWED, TaskEntity.class)
                .setParameter("department", department)
                .getResultList()
                .map(rows -> rows.stream().map(TaskEntity::task).toList());
    }
}
