package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.AcceptReport.Accepted;
import city.urbanops.intake.casefile.application.Publisher;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.submission.application.HandInReport;
import city.urbanops.intake.submission.application.ReportRequest;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes reports in. */
@Path("/api/v1/reports")
public class ReportResource {

    /** Accounts that stand for many people, or for nobody. */
    private static final Set<String> SYSTEMS = Set.of(Roles.SYSTEM_PUBLISHER, Roles.DRIVER);

    /** Who answers questions of any channel on the spot, and who those of its own. */
    private static final Set<String> ANSWERING = Set.of(Roles.HOTLINE_AGENT, Roles.ADMIN, Roles.DRIVER);

    private static final Set<String> STATIONS = Set.of(Roles.PATROL);

    private final HandInReport handInReport;
    private final Commands commands;
    private final CurrentCaller caller;

    ReportResource(HandInReport handInReport, Commands commands, CurrentCaller caller) {
        this.handInReport = handInReport;
        this.commands = commands;
        this.caller = caller;
    }

    /**
     * Accepts a report: 201 with the new case, or 200 with the case it became when its {@code sourceNo} was handed in before. With an
     * {@code answer} it is a consultation settled on the spot, and closed at once. What was returned comes again under a new number with
     * {@code resubmissionOf}; its old number is answered 409.
     */
    @POST
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.PATROL, Roles.SYSTEM_PUBLISHER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> report(@NotNull(message = "is required") @Valid ReportRequest request) {
        var account = caller.get();
        var mayAnswer = account.hasAnyOf(ANSWERING)
                || (request.channel() == Channel.COMMUNITY_STATION && account.hasAnyOf(STATIONS));
        var publisher = new Publisher(account.account(), !account.hasAnyOf(SYSTEMS), mayAnswer);
        return commands.run(
                request,
                session -> handInReport.handIn(session, request, publisher).map(ReportResource::outcome));
    }

    private static Outcome outcome(Accepted accepted) {
        var view = AcceptedReport.of(accepted.file());
        return accepted.isNew() ? Outcome.created(view) : Outcome.ok(view);
    }

    /** What the reporter's side learns. */
    public record AcceptedReport(
            UUID caseId,
            String caseNumber,
            String phase,
            @Nullable UUID duplicateOf) {

        static AcceptedReport of(CaseFile file) {
            return new AcceptedReport(file.id(), file.number(), file.phase().name(), file.duplicateOf());
        }
    }
}
