package city.urbanops.dispatch.routing.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.routing.application.ReadAlerts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Rules that were switched off, and why. */
@Path("/api/v1/dispatch/alerts")
public class AlertResource {

    private final ReadAlerts alerts;

    AlertResource(ReadAlerts alerts) {
        this.alerts = alerts;
    }

    /** The newest first, two hundred at most. */
    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.SHIFT_LEADER, Roles.ADMIN})
    public Uni<ReadAlerts.Listed> newest() {
        return alerts.newest();
    }
}
