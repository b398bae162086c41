package city.urbanops.sanitation.workorder.application;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows work orders to those who may see them. */
@Singleton
public class FindWorkOrders {

    private final Transactions transactions;
    private final WorkOrders orders;

    FindWorkOrders(Transactions transactions, WorkOrders orders) {
        this.transactions = transactions;
        this.orders = orders;
    }

    /** One work order, or why the caller does not get it; never refused. */
    public Uni<WorkOrderResult> one(UUID taskId, Caller caller) {
        return transactions.read(session -> orders.find(session, taskId)).map(found -> visible(found, caller));
    }

    /** At most {@code limit} of those the caller may see, the latest task first. */
    public Uni<List<WorkOrder>> list(WorkOrderFilter filter, int limit, Caller caller) {
        return transactions.read(session -> orders.list(session, caller.scope(Roles.CENTRAL), filter, limit));
    }

    /** The steps done on site, oldest first; may be empty. To be asked only for a work order the caller was shown. */
    public Uni<List<OnSiteRecord>> record(UUID taskId) {
        return transactions.read(session -> orders.record(session, taskId));
    }

    static WorkOrderResult visible(Optional<WorkOrder> found, Caller caller) {
        if (found.isEmpty()) {
            return new WorkOrderResult.Unknown();
        }
        var order = found.get();
        return caller.scope(Roles.CENTRAL)
                        .admits(
                                Optional.of(order.task().department()),
                                order.task().areaCode())
                ? new WorkOrderResult.Present(order)
                : new WorkOrderResult.OutOfScope();
    }
}
