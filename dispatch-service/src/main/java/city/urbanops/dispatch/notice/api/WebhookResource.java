package city.urbanops.dispatch.notice.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.notice.application.ManageWebhook;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The receiver of a unit's notices: its lead's matter. */
@Path("/api/v1/units/{code}/webhook")
@RolesAllowed({Roles.DEPARTMENT_LEAD, Roles.ADMIN})
public class WebhookResource {

    private final Commands commands;
    private final ManageWebhook manageWebhook;
    private final CurrentCaller caller;

    WebhookResource(Commands commands, ManageWebhook manageWebhook, CurrentCaller caller) {
        this.commands = commands;
        this.manageWebhook = manageWebhook;
        this.caller = caller;
    }

    /** Registers or replaces it; the answer holds the new signing key, this once. */
    @PUT
    public Uni<Response> register(String code, @Valid @NotNull WebhookRequest request) {
        Caller who = caller.get();
        return commands.run(request, session -> manageWebhook.register(session, who, code, request.url()));
    }

    /** How calling it goes. */
    @GET
    public Uni<Response> show(String code) {
        Caller who = caller.get();
        return commands.run(code, session -> manageWebhook.show(session, who, code));
    }

    /** Removes it and what waits for it. */
    @DELETE
    public Uni<Response> remove(String code) {
        Caller who = caller.get();
        return commands.run(code, session -> manageWebhook.remove(session, who, code));
    }
}
