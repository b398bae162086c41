package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.WaitingCase;
import city.urbanops.kit.persistence.JsonRows;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases that wait for a dispatcher. */
@Singleton
public class DispatchQueue {

    private static final String ROW = "select cast(row_to_json(q) as text) from dispatch_queue q ";
    private static final Sql DELETE = Sql.of("delete from dispatch_queue where case_id = any ($1)");

    /** Lets cases wait; nothing for an empty list. */
    public Uni<Void> insert(Mutiny.StatelessSession session, List<WaitingCase> cases) {
        return JsonRows.insert(
                session, "dispatch_queue", cases.stream().map(WaitingRow::of).toList());
    }

    /** The case waiting under this reserved task id, locked; empty when none does. */
    public Uni<Optional<WaitingCase>> lockByTask(Mutiny.StatelessSession session, UUID taskId) {
        return session.createNativeQuery(ROW + "where task_id = :task for update", String.class)
                .setParameter("task", taskId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(DispatchQueue::read));
    }

    /** Those of these cases that wait, locked. */
    public Uni<List<WaitingCase>> lockByCases(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        return session.createNativeQuery(
                        ROW + "where case_id = any (cast(cast(:cases as text) as uuid[])) order by case_id for update",
                        String.class)
                .setParameter("cases", array(caseIds))
                .getResultList()
                .map(rows -> rows.stream().map(DispatchQueue::read).toList());
    }

    /** Takes cases out of the queue; those that do not wait do not matter. */
    public Uni<Void> delete(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        if (caseIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return DELETE.on(session, (Object) caseIds.toArray(UUID[]::new)).replaceWithVoid();
    }

    /** Waiting cases, the longest waiting first. */
    public Uni<List<WaitingCase>> list(Mutiny.StatelessSession session, QueuePage page) {
        var query = session.createNativeQuery(ROW + """
                where starts_with(area_code, :area)
                and (queued_at, case_id) > (cast(cast(:queuedAt as text) as timestamptz), cast(cast(:caseId as text) as uuid))
                order by queued_at, case_id limit :rows
                """, String.class);
        return query.setParameter("area", page.areaPrefix())
                .setParameter("queuedAt", page.afterQueuedAt())
                .setParameter("caseId", page.afterCaseId())
                .setParameter("rows", page.rows())
                .getResultList()
                .map(rows -> rows.stream().map(DispatchQueue::read).toList());
    }

    private static WaitingCase read(String row) {
        return JsonRows.read(row, WaitingRow.class).waiting();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Which part of the queue to list.
     *
     * @param areaPrefix only cases in this area; empty for all
     * @param after the last case already listed; empty for the first page
     * @param rows how many at most
     */
    public record QueuePage(String areaPrefix, Optional<After> after, int rows) {

        /** A place in the queue. */
        public record After(Instant queuedAt, UUID caseId) {}

        String afterQueuedAt() {
            return after.map(place -> place.queuedAt().toString()).orElse("-infinity");
        }

        String afterCaseId() {
            return after.map(place -> place.caseId().toString()).orElse("00000000-0000-0000-0000-000000000000");
        }
    }
}
