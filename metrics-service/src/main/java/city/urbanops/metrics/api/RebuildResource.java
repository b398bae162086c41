package city.urbanops.metrics.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.application.Rebuild;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Lets an operator count everything anew from the log. */
@Path("/api/v1/operations/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DRIVER})
public class RebuildResource {

    private final Rebuild rebuild;

    RebuildResource(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** Starts it and answers 202; 409 while one runs. What serves goes on serving. */
    @POST
    public Response start() {
        var started = rebuild.start()
                .orElseThrow(() -> new ProblemException(
                        Problem.conflict("rebuild-running", "A rebuild is running; ask how far it is.")));
        return Response.accepted(started).build();
    }

    /** How the last one goes or went. */
    @GET
    @RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
    public Rebuild.Progress progress() {
        return rebuild.progress();
    }
}
