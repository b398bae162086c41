package city.urbanops.enforcement.assignment.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.enforcement.assignment.application.AssignmentFilter;
import city.urbanops.enforcement.assignment.application.Assignments;
import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteRecord;
import city.urbanops.kit.persistence.EntityColumns;
import city.urbanops.kit.persistence.EntityTable;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.kit.security.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps assignments in table {@code assignment}; each call is one statement. */
@Singleton
class AssignmentRepository implements Assignments {

    private static final Sql LOCK_OF_CASES =
            Sql.of("""
            select %s from assignment
            where case_id = any($1) order by task_id for no key update
            """.formatted(EntityColumns.of(AssignmentEntity.class, "assignment")));
    private static final Sql LOCK = Sql.of("select %s from assignment where task_id = $1 for no key update"
            .formatted(EntityColumns.of(AssignmentEntity.class, "assignment")));
    private static final Sql SAVE = Sql.of("""
            insert into assignment (task_id, case_id, case_number, department, state, class_code, area_code, channel,
                                    due_at, suspended_until, round, text)
            select "taskId", "caseId", "caseNumber", department, state, "classCode", "areaCode", channel,
                   "dueAt", "suspendedUntil", round, text
            from json_to_recordset(cast(cast($1 as text) as json)) as given(
                "taskId" uuid, "caseId" uuid, "caseNumber" text, department text, state text, "classCode" text, "areaCode" text,
                channel text, "dueAt" timestamptz, "suspendedUntil" timestamptz, round int, text text)
            on conflict (task_id) do update
            set case_number = excluded.case_number, department = excluded.department, state = excluded.state,
                class_code = excluded.class_code, area_code = excluded.area_code, channel = excluded.channel,
                due_at = excluded.due_at, suspended_until = excluded.suspended_until, round = excluded.round, text = excluded.text
            """);
    private static final EntityTable<AssignmentEntity> ROWS = EntityTable.of(AssignmentEntity.class);

    private final OnSiteRecords records;

    AssignmentRepository(OnSiteRecords records) {
        this.records = records;
    }

    @Override
    public Uni<Optional<Assignment>> lock(Mutiny.StatelessSession session, UUID taskId) {
        return LOCK.on(session, taskId)
                .map(rows -> toDomain(ROWS.read(rows)).stream().findFirst());
    }

    @Override
    public Uni<List<Assignment>> lockOfCases(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        return LOCK_OF_CASES.on(session, (Object) caseIds.toArray(UUID[]::new)).map(rows -> toDomain(ROWS.read(rows)));
    }

    @Override
    public Uni<Void> saveAll(Mutiny.StatelessSession session, Collection<Assignment> assignments) {
        if (assignments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return SAVE.on(session, ContractJson.mapper().valueToTree(assignments).toString())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> move(Mutiny.StatelessSession session, Assignment next, OnSiteRecord step) {
        return records.append(session, next, step);
    }

    @Override
    public Uni<Optional<Assignment>> find(Mutiny.StatelessSession session, UUID taskId) {
        return session.get(AssignmentEntity.class, taskId).map(AssignmentRepository::optional);
    }

    @Override
    public Uni<List<Assignment>> list(
            Mutiny.StatelessSession session, Scope scope, AssignmentFilter filter, int limit) {
        return AssignmentQuery.of(scope, filter)
                .on(session)
                .setMaxResults(limit)
                .getResultList()
                .map(AssignmentRepository::toDomain);
    }

    @Override
    public Uni<List<OnSiteRecord>> record(Mutiny.StatelessSession session, UUID taskId) {
        return records.of(session, taskId);
    }

    private static Optional<Assignment> optional(@Nullable AssignmentEntity row) {
        return Optional.ofNullable(row).map(AssignmentEntity::toDomain);
    }

    private static List<Assignment> toDomain(List<AssignmentEntity> rows) {
        return rows.stream().map(AssignmentEntity::toDomain).toList();
    }
}
