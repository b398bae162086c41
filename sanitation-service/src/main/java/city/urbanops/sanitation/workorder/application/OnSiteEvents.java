package city.urbanops.sanitation.workorder.application;

import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells the rest of the city what was done on site. */
public interface OnSiteEvents {

    /** Publishes the step with the caller's transaction. */
    Uni<Void> publish(Mutiny.StatelessSession session, WorkOrder order, OnSiteRecord step);
}
