package city.urbanops.sanitation.workorder.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.sanitation.workorder.application.ActOnSite;
import city.urbanops.sanitation.workorder.application.OnSiteRequest;
import city.urbanops.sanitation.workorder.domain.OnSiteStep;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a crew of the unit does on site. Each answers 200 with the work order, 409 if it is not possible now. */
@Path("/api/v1/sanitation/work-orders/{taskId}/actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SANITATION_CREW, Roles.ADMIN, Roles.DRIVER})
public class OnSiteResource {

    private final ActOnSite act;
    private final Commands commands;
    private final CurrentCaller caller;

    OnSiteResource(ActOnSite act, Commands commands, CurrentCaller caller) {
        this.act = act;
        this.commands = commands;
        this.caller = caller;
    }

    /** Starts the work; dispatch then counts the task as signed. */
    @POST
    @Path("start")
    @APIResponseSchema(value = WorkOrderView.class, responseCode = "200")
    public Uni<Response> start(@RestPath UUID taskId, @Nullable @Valid ActionRequest body) {
        return step(taskId, OnSiteStep.START, body);
    }

    /** Completes the work; dispatch then hands the task back for the check. */
    @POST
    @Path("complete")
    @APIResponseSchema(value = WorkOrderView.class, responseCode = "200")
    public Uni<Response> complete(@RestPath UUID taskId, @Nullable @Valid ActionRequest body) {
        return step(taskId, OnSiteStep.COMPLETE, body);
    }

    private Uni<Response> step(UUID taskId, OnSiteStep step, @Nullable ActionRequest body) {
        var said = Objects.requireNonNullElse(body, ActionRequest.EMPTY);
        var media = Objects.requireNonNullElse(said.media(), List.<String>of());
        var request = new OnSiteRequest(taskId, step, said.opinion(), said.note(), media);
        return commands.run(
                said, session -> act.handle(session, request, caller.get()).map(WorkOrderAnswers::of));
    }
}
