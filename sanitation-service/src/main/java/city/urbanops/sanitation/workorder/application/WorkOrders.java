package city.urbanops.sanitation.workorder.application;

import city.urbanops.kit.security.Scope;
import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where work orders are kept; all calls work in the caller's session. */
public interface WorkOrders {

    /** The work order, locked for the rest of the transaction. */
    Uni<Optional<WorkOrder>> lock(Mutiny.StatelessSession session, UUID taskId);

    /** All work orders of the cases, locked in the order of their ids, so that two transactions cannot block each other. */
    Uni<List<WorkOrder>> lockOfCases(Mutiny.StatelessSession session, Collection<UUID> caseIds);

    /** Inserts or replaces all of them in one statement; an empty list does nothing. */
    Uni<Void> saveAll(Mutiny.StatelessSession session, Collection<WorkOrder> orders);

    /** Stores the state of a locked work order and the record of the step that led there, in one statement. */
    Uni<Void> move(Mutiny.StatelessSession session, WorkOrder next, OnSiteRecord step);

    /** The work order, not locked. */
    Uni<Optional<WorkOrder>> find(Mutiny.StatelessSession session, UUID taskId);

    /** At most {@code limit} orders the scope admits, the latest task first. */
    Uni<List<WorkOrder>> list(Mutiny.StatelessSession session, Scope scope, WorkOrderFilter filter, int limit);

    /** The steps of a work order, oldest first; may be empty. */
    Uni<List<OnSiteRecord>> record(Mutiny.StatelessSession session, UUID taskId);
}
