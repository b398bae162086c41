package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.FileByHand;
import city.urbanops.intake.casefile.application.ReferCase;
import city.urbanops.intake.casefile.domain.FilingCommand.Ask;
import city.urbanops.intake.casefile.domain.FilingCommand.RefuseRequest;
import city.urbanops.intake.casefile.domain.FilingCommand.RequestVerification;
import city.urbanops.intake.casefile.domain.FilingCommand.Verify;
import city.urbanops.intake.casefile.domain.Finding;
import city.urbanops.intake.casefile.domain.PendingRequest.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps up to filing, and what has to be asked for; each answers with the case as it then is. */
@Path("/api/v1/cases/{caseId}/actions")
public class FilingActionResource {

    private final SupervisionSteps steps;
    private final FileByHand fileByHand;
    private final ReferCase referCase;

    FilingActionResource(SupervisionSteps steps, FileByHand fileByHand, ReferCase referCase) {
        this.steps = steps;
        this.fileByHand = fileByHand;
        this.referCase = referCase;
    }

    /** Sends a patrol to look before filing. */
    @POST
    @Path("request-verification")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> requestVerification(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> new RequestVerification(body.words()));
    }

    /** A patrol reports what it found on site. */
    @POST
    @Path("verify")
    @RolesAllowed({Roles.PATROL, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> verify(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(
                caseId,
                request,
                (file, body) -> new Verify(
                        body.result() == null ? Finding.EXISTS : body.result(), steps.standingRow(file), body.words()));
    }

    /**
     * Files the case under a class and one of its filing conditions. Under a class it did not have before, it may turn out to repeat an open
     * case near by: it then follows that one, as {@code duplicateOf} says, and is not filed; unlinking files it.
     */
    @POST
    @Path("file")
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> file(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.run(
                caseId,
                request,
                (session, step, body) ->
                        fileByHand.file(session, step, body.classCode(), file -> steps.row(file, body), body.words()));
    }

    /**
     * Declares the case not fit for filing, granting a request for it if one waits; an opinion is mandatory. {@code referral} says where
     * the matter belongs instead; absent, it is what was asked for. Agents do this only before filing, and only for kinds that need no
     * approval.
     */
    @POST
    @Path("void")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> voidCase(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        var byLeader = steps.byLeader();
        return steps.run(
                caseId,
                request,
                (session, step, body) ->
                        referCase.voidCase(session, step, byLeader, body.toReferral(), body.requiredWords()));
    }

    /** Asks the shift leader to declare the case not fit for filing, or to refer it; an opinion is mandatory. */
    @POST
    @Path("request-void")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.DISPATCHER, Roles.PATROL, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> requestVoid(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.run(
                caseId,
                request,
                (session, step, body) -> referCase.ask(session, step, body.toReferral(), body.requiredWords()));
    }

    /** Asks the shift leader to close the case as it is; an opinion is mandatory. */
    @POST
    @Path("request-forced-close")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.DISPATCHER, Roles.CHECKER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> requestForcedClose(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> new Ask(Kind.FORCED_CLOSE, body.requiredWords()));
    }

    /** Refuses what was asked for; an opinion is mandatory. */
    @POST
    @Path("refuse-request")
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> refuseRequest(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return steps.act(caseId, request, (file, body) -> new RefuseRequest(body.requiredWords()));
    }
}
