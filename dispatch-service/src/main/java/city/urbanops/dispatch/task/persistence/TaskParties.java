package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.Party;
import city.urbanops.kit.persistence.JsonRows;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Units that see a task without having it. */
@Singleton
public class TaskParties {

    private static final Sql INSERT =
            Sql.of(JsonRows.insertInto("task_party", Row.class, "$1") + "on conflict (task_id, department) do nothing");

    private static final String REPORT = """
            update task_party set reported_at = cast(cast(:at as text) as timestamptz), opinion = :opinion
            where task_id = :task and department = :department
            """;

    private static final String REMOVE_LINE = """
            delete from task_party where task_id = :task and role = 'SUPERVISING' and department in (
                select d.from_department from task_delegation d where d.task_id = :task)
            and department <> all (string_to_array(:still, ','))
            """;

    /** A party of a task; the components are the table's columns. */
    public record Row(
            UUID taskId,
            String department,
            Party.Role role,
            Instant addedAt,
            @Nullable Instant reportedAt,
            @Nullable String opinion) {

        /** A unit that sees a task from now on. */
        public static Row added(UUID taskId, String department, Party.Role role, Instant at) {
            return new Row(taskId, department, role, at, null, null);
        }

        Party party() {
            return new Party(department, role, addedAt, reportedAt, opinion);
        }
    }

    /** Adds parties; one that sees the task already stays as it is. */
    public Uni<Void> add(Mutiny.StatelessSession session, List<Row> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return INSERT.on(session, JsonRows.write(rows)).replaceWithVoid();
    }

    /** Takes a unit out, because it has the task itself now. */
    public Uni<Void> remove(Mutiny.StatelessSession session, UUID taskId, String department) {
        return session.createNativeQuery("delete from task_party where task_id = :task and department = :department")
                .setParameter("task", taskId)
                .setParameter("department", department)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Takes out the units that watch because they delegated it, but for those that still do. */
    public Uni<Void> removeLine(Mutiny.StatelessSession session, UUID taskId, List<String> still) {
        return session.createNativeQuery(REMOVE_LINE)
                .setParameter("task", taskId)
                .setParameter("still", String.join(",", still))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Notes that a party reported its part. */
    public Uni<Void> report(
            Mutiny.StatelessSession session, UUID taskId, String department, Instant at, @Nullable String opinion) {
        return session.createNativeQuery(REPORT)
                .setParameter("at", at.toString())
                .setParameter("opinion", opinion == null ? "" : opinion)
                .setParameter("task", taskId)
                .setParameter("department", department)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The parties of a task, by unit; may be empty. */
    public Uni<List<Party>> of(Mutiny.StatelessSession session, UUID taskId) {
        return session.createNativeQuery(
                        "select cast(row_to_json(p) as text) from task_party p where task_id = :task order by department",
                        String.class)
                .setParameter("task", taskId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, Row.class).party())
                        .toList());
    }
}
