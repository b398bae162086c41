package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.ReplyToReporter;
import city.urbanops.intake.casefile.application.StepRequest;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.intake.reporter.application.ReporterAnswers;
import city.urbanops.intake.reporter.application.ReporterAnswers.Owed;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The reply to whoever reported, for those who call back; each step answers with the case. What was said stays in the journal, masked. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER})
public class ReplyResource {

    private final ReplyToReporter reply;
    private final ReporterAnswers answers;
    private final Commands commands;
    private final Transactions transactions;
    private final CurrentCaller caller;

    ReplyResource(
            ReplyToReporter reply,
            ReporterAnswers answers,
            Commands commands,
            Transactions transactions,
            CurrentCaller caller) {
        this.reply = reply;
        this.answers = answers;
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** Notes the first contact with a reporter who was promised a reply 接待. */
    @POST
    @Path("{caseId}/reporter/contacted")
    public Uni<Response> contacted(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        var step = step(caseId);
        var body = Objects.requireNonNullElse(request, CaseActionRequest.EMPTY);
        return commands.run(
                body, session -> reply.contacted(session, step, body.words()).map(ReplyResource::outcome));
    }

    /** Notes that the reporter was told how it ended 答复. */
    @POST
    @Path("{caseId}/reporter/answered")
    public Uni<Response> answered(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        var step = step(caseId);
        var body = Objects.requireNonNullElse(request, CaseActionRequest.EMPTY);
        return commands.run(
                body, session -> reply.answered(session, step, body.words()).map(ReplyResource::outcome));
    }

    /** Gives one more of the channel's limit to reply, before the deadline; the reporter has to have been told 延期. */
    @POST
    @Path("{caseId}/reporter/extend-reply")
    @RolesAllowed(Roles.SHIFT_LEADER)
    public Uni<Response> extended(UUID caseId, @NotNull(message = "is required") @Valid ExtendReplyRequest request) {
        var step = step(caseId);
        return commands.run(request, session -> reply.extended(
                        session, step, PersonalDataMask.mask(request.opinion(), null), request.applicantTold())
                .map(ReplyResource::outcome));
    }

    /** Answers still to be given, the longest waiting first; names and phones masked. */
    @GET
    @Path("answers")
    public Uni<List<Owed>> open(@RestQuery @Nullable String limit) {
        var area = caller.get().scope(ReporterOfCaseResource.WHO_CALLS_BACK).area();
        var most = PageRequest.of(limit, null, 1).limit();
        return transactions.read(session -> answers.open(session, area, most));
    }

    private StepRequest step(UUID caseId) {
        var who = caller.get();
        return new StepRequest(caseId, who.scope(ReporterOfCaseResource.WHO_CALLS_BACK), who.account(), null);
    }

    private static Outcome outcome(CaseFile file) {
        return Outcome.ok(CaseView.of(file));
    }

    /**
     * Why there has to be more time.
     *
     * @param applicantTold true: the reporter knows of the new deadline
     */
    public record ExtendReplyRequest(
            @NotBlank(message = "is required") @Size(max = 1000, message = "must have at most 1000 characters")
            String opinion,

            @NotNull(message = "is required") Boolean applicantTold) {}
}
