package city.urbanops.sanitation.workorder.application;

import city.urbanops.kit.security.Scope;
import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import city.urbanops.unittasks.application.WorkStore;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where work orders are kept; all calls work in the caller's session. */
public interface WorkOrders extends WorkStore<WorkOrder> {

    /** The work order, locked for the rest of the transaction. */
    Uni<Optional<WorkOrder>> lock(Mutiny.StatelessSession session, UUID taskId);

    /** Stores the state of a locked work order and the record of the step that led there, in one statement. */
    Uni<Void> move(Mutiny.StatelessSession session, WorkOrder next, OnSiteRecord step);

    /** The work order, not locked. */
    Uni<Optional<WorkOrder>> find(Mutiny.StatelessSession session, UUID taskId);

    /** At most {@code limit} orders the scope admits, the latest task first. */
    Uni<List<WorkOrder>> list(Mutiny.StatelessSession session, Scope scope, WorkOrderFilter filter, int limit);

    /** The steps of a work order, oldest first; may be empty. */
    Uni<List<OnSiteRecord>> record(Mutiny.StatelessSession session, UUID taskId);
}
