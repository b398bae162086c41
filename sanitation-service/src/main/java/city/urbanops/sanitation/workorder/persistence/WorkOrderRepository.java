package city.urbanops.sanitation.workorder.persistence;

import city.urbanops.kit.security.Scope;
import city.urbanops.sanitation.workorder.application.WorkOrderFilter;
import city.urbanops.sanitation.workorder.application.WorkOrders;
import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import city.urbanops.unittasks.persistence.WorkTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps orders in table {@code work_order}; each call is one statement. */
@Singleton
class WorkOrderRepository implements WorkOrders {

    private static final WorkTable<WorkOrder> TABLE = WorkTable.of(WorkOrderEntity.class, WorkOrderEntity::toDomain);

    private final OnSiteRecords records;

    WorkOrderRepository(OnSiteRecords records) {
        this.records = records;
    }

    @Override
    public Uni<Optional<WorkOrder>> lock(Mutiny.StatelessSession session, UUID taskId) {
        return TABLE.lock(session, taskId);
    }

    @Override
    public Uni<List<WorkOrder>> lockOfCases(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        return TABLE.lockOfCases(session, caseIds);
    }

    @Override
    public Uni<Void> saveAll(Mutiny.StatelessSession session, Collection<WorkOrder> orders) {
        return TABLE.saveAll(session, orders);
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
                .map(rows -> rows.stream().map(WorkOrderEntity::toDomain).toList());
    }

    @Override
    public Uni<List<OnSiteRecord>> record(Mutiny.StatelessSession session, UUID taskId) {
        return records.of(session, taskId);
    }

    private static Optional<WorkOrder> optional(@Nullable WorkOrderEntity row) {
        return Optional.ofNullable(row).map(WorkOrderEntity::toDomain);
    }
}
