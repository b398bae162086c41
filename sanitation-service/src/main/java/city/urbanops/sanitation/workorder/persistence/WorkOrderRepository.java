package city.urbanops.sanitation.workorder.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.persistence.EntityColumns;
import city.urbanops.kit.security.Scope;
import city.urbanops.sanitation.workorder.application.WorkOrderFilter;
import city.urbanops.sanitation.workorder.application.WorkOrders;
import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps orders in table {@code work_order}; each call is one statement. */
@Singleton
class WorkOrderRepository implements WorkOrders {

    private static final String LOCK_OF_CASES = """
            select %s from work_order
            where case_id in (select cast(id as uuid) from json_array_elements_text(cast(cast(:cases as text) as json)) as wanted(id))
            order by task_id for update
            """.formatted(EntityColumns.of(WorkOrderEntity.class, "work_order"));
    private static final String SAVE = """
            insert into work_order (task_id, case_id, case_number, department, state, class_code, area_code, channel,
                                    due_at, suspended_until, round, text)
            select "taskId", "caseId", "caseNumber", department, state, "classCode", "areaCode", channel,
                   "dueAt", "suspendedUntil", round, text
            from json_to_recordset(cast(cast(:rows as text) as json)) as given(
                "taskId" uuid, "caseId" uuid, "caseNumber" text, department text, state text, "classCode" text, "areaCode" text,
                channel text, "dueAt" timestamptz, "suspendedUntil" timestamptz, round int, text text)
            on conflict (task_id) do update
            set case_number = excluded.case_number, department = excluded.department, state = excluded.state,
                class_code = excluded.class_code, area_code = excluded.area_code, channel = excluded.channel,
                due_at = excluded.due_at, suspended_until = excluded.suspended_until, round = excluded.round, text = excluded.text
            """;

    private final OnSiteRecords records;

    WorkOrderRepository(OnSiteRecords records) {
        this.records = records;
    }

    @Override
    public Uni<Optional<WorkOrder>> lock(Mutiny.StatelessSession session, UUID taskId) {
        return session.get(WorkOrderEntity.class, taskId, LockModeType.PESSIMISTIC_WRITE)
                .map(WorkOrderRepository::optional);
    }

    @Override
    public Uni<List<WorkOrder>> lockOfCases(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        return session.createNativeQuery(LOCK_OF_CASES, WorkOrderEntity.class)
                .setParameter(
                        "cases", ContractJson.mapper().valueToTree(caseIds).toString())
                .getResultList()
                .map(WorkOrderRepository::toDomain);
    }

    @Override
    public Uni<Void> saveAll(Mutiny.StatelessSession session, Collection<WorkOrder> orders) {
        if (orders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(SAVE)
                .setParameter("rows", ContractJson.mapper().valueToTree(orders).toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> move(Mutiny.StatelessSession session, WorkOrder next, OnSiteRecord step) {
        return records.append(session, next, step);
    }

    @Override
    public Uni<Optional<WorkOrder>> find(Mutiny.StatelessSession session, UUID taskId) {
        return session.get(WorkOrderEntity.class, taskId).map(WorkOrderRepository::optional);
    }

    @Override
    public Uni<List<WorkOrder>> list(Mutiny.StatelessSession session, Scope scope, WorkOrderFilter filter, int limit) {
        return WorkOrderQuery.of(scope, filter)
                .on(session)
                .setMaxResults(limit)
                .getResultList()
                .map(WorkOrderRepository::toDomain);
    }

    @Override
    public Uni<List<OnSiteRecord>> record(Mutiny.StatelessSession session, UUID taskId) {
        return records.of(session, taskId);
    }

    private static Optional<WorkOrder> optional(@Nullable WorkOrderEntity row) {
        return Optional.ofNullable(row).map(WorkOrderEntity::toDomain);
    }

    private static List<WorkOrder> toDomain(List<WorkOrderEntity> rows) {
        return rows.stream().map(WorkOrderEntity::toDomain).toList();
    }
}
