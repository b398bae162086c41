package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.kit.persistence.EntityColumns;
import city.urbanops.kit.persistence.EntityTable;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in the database.
 *
 * <p>The driver prepares every statement, and PostgreSQL keeps a plan made while a fresh table was small until the table is first
 * analysed. So each statement here is written to have only one sensible plan, that by its index, whatever the statistics say.
 */
@Singleton
public class TaskRepository {

    private static final Sql OPEN_OF_CASES = Sql.of("""
            select %s from unnest(cast($1 as uuid[])) as wanted(case_id)
            cross join lateral (
                select * from task where task.case_id = wanted.case_id and state not in ('CLOSED', 'WITHDRAWN') for no key update) t
            """.formatted(EntityColumns.of(TaskEntity.class, "t")));
    private static final Sql LOCKED = Sql.of("select %s from task where task_id = $1 for no key update"
            .formatted(EntityColumns.of(TaskEntity.class, "task")));
    private static final Sql FIRST_TIMED_OUT = Sql.of("""
            select timer_at <= $1
            from (select timer_at from task where timer_at is not null order by timer_at limit 1) as first
            """);
    private static final String TIMED_OUT = """
            select %s from task where timer_at <= cast(cast(:now as text) as timestamptz)
            order by timer_at limit :most for update skip locked
            """.formatted(EntityColumns.of(TaskEntity.class, "task"));
    private static final EntityTable<TaskEntity> ROWS = EntityTable.of(TaskEntity.class);

    /** One task as it is now; empty when there is none. */
    public Uni<Optional<Task>> find(Mutiny.StatelessSession session, UUID taskId) {
        return session.get(TaskEntity.class, taskId).map(TaskRepository::task);
    }

    /** One task, locked until the transaction ends; empty when there is none. */
    public Uni<Optional<Task>> lock(Mutiny.StatelessSession session, UUID taskId) {
        return LOCKED.on(session, taskId)
                .map(rows -> tasks(ROWS.read(rows)).stream().findFirst());
    }

    /** The unfinished tasks of these cases, locked; at most one for each. */
    public Uni<List<Task>> lockOpen(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        return OPEN_OF_CASES.on(session, (Object) inOneOrder(caseIds)).map(rows -> tasks(ROWS.read(rows)));
    }

    /** Whether time alone moves any task now; a cheap look before {@link #lockTimedOut}. */
    public Uni<Boolean> anyTimedOut(Mutiny.StatelessSession session, Instant now) {
        return FIRST_TIMED_OUT
                .on(session, now.atOffset(ZoneOffset.UTC))
                .map(rows -> rows.size() > 0
                        && Boolean.TRUE.equals(rows.iterator().next().getBoolean(0)));
    }

    /** Tasks that time alone moves now, the longest waiting first, locked; those another replica works on are left out. */
    public Uni<List<Task>> lockTimedOut(Mutiny.StatelessSession session, Instant now, int most) {
        return session.createNativeQuery(TIMED_OUT, TaskEntity.class)
                .setParameter("now", now.toString())
                .setParameter("most", most)
                .getResultList()
                .map(TaskRepository::tasks);
    }

    /** Stores new tasks, in one batch. */
    public Uni<Void> insert(Mutiny.StatelessSession session, List<Task> tasks) {
        return ROWS.insert(session, tasks.stream().map(TaskEntity::of).toList());
    }

    /** Stores changed tasks, in one batch; fails when one changed in between, which the lock prevents. */
    public Uni<Void> update(Mutiny.StatelessSession session, List<Task> tasks) {
        return ROWS.update(session, tasks.stream().map(TaskEntity::of).toList());
    }

    /** A unit's tasks, the newest first. */
    public Uni<List<Task>> list(Mutiny.StatelessSession session, TaskFilter filter) {
        var query = session.createNativeQuery(
                "select " + EntityColumns.of(TaskEntity.class, "task") + " from " + filter.source() + " where "
                        + filter.condition() + " order by task_id desc limit " + filter.rows(),
                TaskEntity.class);
        filter.parameters().forEach(query::setParameter);
        return query.getResultList().map(TaskRepository::tasks);
    }

    private static Optional<Task> task(@Nullable TaskEntity row) {
        return Optional.ofNullable(row).map(TaskEntity::task);
    }

    private static List<Task> tasks(List<TaskEntity> rows) {
        return rows.stream().map(TaskEntity::task).toList();
    }

    private static UUID[] inOneOrder(Collection<UUID> ids) {
        // so that two batches cannot wait for each other
        return ids.stream().sorted().toArray(UUID[]::new);
    }
}
