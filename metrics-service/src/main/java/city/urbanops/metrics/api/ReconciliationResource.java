package city.urbanops.metrics.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.application.Rebuild;
import city.urbanops.metrics.application.Reconcile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Figures against the log of events they are made of. */
@Path("/api/v1/metrics/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
public class ReconciliationResource {

    private final Reconcile reconcile;
    private final Rebuild rebuild;

    ReconciliationResource(Reconcile reconcile, Rebuild rebuild) {
        this.reconcile = reconcile;
        this.rebuild = rebuild;
    }

    /** Starts to count the log beside what serves, and answers 202; changes nothing. */
    @POST
    @Operation(summary = "Count the log of events anew and compare it with what is served")
    public Response start() {
        var started = reconcile
                .start()
                .orElseThrow(() -> new ProblemException(
                        Problem.conflict("rebuild-running", "The log is being read; ask how far that is.")));
        return Response.accepted(started).build();
    }

    /** The last comparison this replica came to; 404 before the first. */
    @GET
    @Operation(
            summary =
                    "Cases by what they count as: by the log, by the facts, by the sums of dashboards; and what is parked")
    public Reconcile.Reconciliation last() {
        return reconcile
                .last()
                .orElseThrow(
                        () -> new ProblemException(Problem.notFound("Nothing was compared yet: POST starts it; now: "
                                + rebuild.progress().state())));
    }
}
