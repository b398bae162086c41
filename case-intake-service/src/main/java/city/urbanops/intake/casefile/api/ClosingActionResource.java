package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.FilingConfig;
import city.urbanops.intake.casefile.application.StagesConfig;
import city.urbanops.intake.casefile.domain.ClosingCommand.CloseAsSelfHandled;
import city.urbanops.intake.casefile.domain.ClosingCommand.FailCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.ForceClose;
import city.urbanops.intake.casefile.domain.ClosingCommand.PassCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.Reopen;
import city.urbanops.intake.casefile.domain.ClosingCommand.RequestCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.Revisit;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The check, the ways to close without one, reopening and revisit; each answers with the case as it then is. */
@Path("/api/v1/cases/{caseId}/actions")
public class ClosingActionResource {

    private final SupervisionSteps steps;
    private final FilingConfig filing;
    private final StagesConfig stages;

    ClosingActionResource(SupervisionSteps steps, FilingConfig filing, StagesConfig stages) {
        this.steps = steps;
        this.filing = filing;
        this.stages = stages;
    }

    /** Sends somebody to check what was handed back; once a round. A check may also be done without it. */
    @POST
    @Path("request-check")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> requestCheck(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> new RequestCheck(stages.limits(), body.words()));
    }

    /** The check after handling passed: closes the case. */
    @POST
    @Path("check-passed")
    @RolesAllowed({Roles.CHECKER, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> checkPassed(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> passed(body));
    }

    /** The check after handling failed: back to the unit; an opinion is mandatory. */
    @POST
    @Path("check-failed")
    @RolesAllowed({Roles.CHECKER, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> checkFailed(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> new FailCheck(body.requiredWords()));
    }

    /** Closes the case as it is, granting a request for it if one waits; an opinion is mandatory. */
    @POST
    @Path("force-close")
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> forceClose(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> new ForceClose(body.requiredWords()));
    }

    /** The patrol put it right by itself; an opinion is mandatory. */
    @POST
    @Path("self-handled")
    @RolesAllowed({Roles.PATROL, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> selfHandled(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> new CloseAsSelfHandled(body.requiredWords()));
    }

    /** Opens a closed case again, to be dispatched anew. */
    @POST
    @Path("reopen")
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> reopen(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(
                caseId,
                request,
                (file, body) -> new Reopen(steps.row(file, body), filing.reopenWindow(), body.words()));
    }

    /** The reporter was asked; not resolved or not satisfied sends the case back, with a mandatory opinion. */
    @POST
    @Path("revisit")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> revisit(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(
                caseId,
                request,
                (file, body) -> new Revisit(
                        required("resolved", body.resolved()),
                        required("satisfied", body.satisfied()),
                        steps.row(file, body),
                        filing.reopenWindow(),
                        body.requiredWords()));
    }

    private PassCheck passed(CaseActionRequest body) {
        var comparison = body.comparison();
        return new PassCheck(
                comparison == null ? null : comparison.toDomain(), filing.checkNeedsComparison(), body.words());
    }

    private static boolean required(String field, @Nullable Boolean value) {
        if (value == null) {
            throw new ProblemException(Problem.invalid(field, "is required"));
        }
        return value;
    }
}
