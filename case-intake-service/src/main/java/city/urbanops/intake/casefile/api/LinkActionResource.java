package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.LinkCase;
import city.urbanops.intake.casefile.domain.LinkingCommand.Unlink;
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

/** Linking repeated reports by hand; each step answers with the report's own case as it then is. */
@Path("/api/v1/cases/{caseId}/actions")
public class LinkActionResource {

    private final SupervisionSteps steps;
    private final LinkCase linkCase;

    LinkActionResource(SupervisionSteps steps, LinkCase linkCase) {
        this.steps = steps;
        this.linkCase = linkCase;
    }

    /** Makes the report follow another open case instead of being handled twice. */
    @POST
    @Path("link")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> link(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.run(
                caseId, request, (session, step, body) -> linkCase.link(session, step, parent(body), body.words()));
    }

    /** The report is a matter of its own after all; an opinion is mandatory. */
    @POST
    @Path("unlink")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> unlink(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> new Unlink(steps.standingRow(file), body.requiredWords()));
    }

    private static UUID parent(CaseActionRequest body) {
        var parent = body.duplicateOf();
        if (parent == null) {
            throw new ProblemException(Problem.invalid("duplicateOf", "is required"));
        }
        return parent;
    }
}
