package city.urbanops.dispatch.notice.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.notice.application.ManageRoutes;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The mail addresses and numbers a unit's people are told at: those of its contacts, with how sending goes. */
@Path("/api/v1/units/{code}/message-routes")
@RolesAllowed({Roles.DEPARTMENT_LEAD, Roles.ADMIN})
public class MessageRouteResource {

    private final Commands commands;
    private final ManageRoutes routes;
    private final CurrentCaller caller;

    MessageRouteResource(Commands commands, ManageRoutes routes, CurrentCaller caller) {
        this.commands = commands;
        this.routes = routes;
        this.caller = caller;
    }

    /** How sending to each address goes; empty until something was sent. */
    @GET
    public Uni<Response> show(String code) {
        Caller who = caller.get();
        return commands.run(code, session -> routes.show(session, who, code));
    }

    /** A new beginning, also for addresses that were given up; what waits is dropped. */
    @DELETE
    public Uni<Response> begin(String code) {
        Caller who = caller.get();
        return commands.run(code, session -> routes.begin(session, who, code));
    }
}
