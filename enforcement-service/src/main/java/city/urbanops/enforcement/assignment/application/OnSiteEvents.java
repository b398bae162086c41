package city.urbanops.enforcement.assignment.application;

import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteRecord;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells the rest of the city what was done on site. */
public interface OnSiteEvents {

    /** Publishes the step with the caller's transaction. */
    Uni<Void> publish(Mutiny.StatelessSession session, Assignment assignment, OnSiteRecord step);
}
