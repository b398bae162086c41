package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.assessment.application.DecideAppeal;
import city.urbanops.metrics.assessment.application.RaiseAppeal;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes appeals of units and the decisions about them. */
@Path("/api/v1/assessments/{scheme}/{period}/appeals")
public class AppealResource {

    private final RaiseAppeal raise;
    private final DecideAppeal decide;
    private final Commands commands;
    private final CurrentCaller caller;

    AppealResource(RaiseAppeal raise, DecideAppeal decide, Commands commands, CurrentCaller caller) {
        this.raise = raise;
        this.decide = decide;
        this.commands = commands;
        this.caller = caller;
    }

    /** An appeal about one closed case of the own unit. */
    public record AppealRequest(
            @NotNull UUID caseId,
            @NotBlank @Size(max = 2000) String reason) {}

    /** A decision; the opinion is mandatory for a rejection. */
    public record DecisionRequest(
            @Size(max = 2000) @Nullable String opinion) {}

    @POST
    @RolesAllowed(Roles.DEPARTMENT_LEAD)
    public Uni<Response> raise(
            @RestPath String scheme, @RestPath String period, @NotNull @Valid AppealRequest request) {
        var asked = Parameters.period(period);
        return commands.run(
                request,
                session -> raise.raise(session, scheme, asked, request.caseId(), request.reason(), caller.get()));
    }

    @POST
    @Path("{appealId}/actions/approve")
    @RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> approve(
            @RestPath String scheme,
            @RestPath String period,
            @RestPath UUID appealId,
            @Nullable @Valid DecisionRequest request) {
        return decide(scheme, period, appealId, true, request == null ? new DecisionRequest(null) : request);
    }

    @POST
    @Path("{appealId}/actions/reject")
    @RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> reject(
            @RestPath String scheme,
            @RestPath String period,
            @RestPath UUID appealId,
            @Nullable @Valid DecisionRequest request) {
        if (request == null || request.opinion() == null || request.opinion().isBlank()) {
            throw new ProblemException(Problem.invalid("opinion", "is needed to reject an appeal"));
        }
        return decide(scheme, period, appealId, false, request);
    }

    private Uni<Response> decide(
            String scheme, String period, UUID appealId, boolean approved, DecisionRequest request) {
        var asked = Parameters.period(period);
        var account = caller.get().account();
        return commands.run(
                request,
                session -> decide.decide(session, scheme, asked, appealId, approved, request.opinion(), account));
    }
}
