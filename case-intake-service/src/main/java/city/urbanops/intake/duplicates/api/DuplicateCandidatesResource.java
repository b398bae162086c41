package city.urbanops.intake.duplicates.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.duplicates.application.SuggestDuplicates;
import city.urbanops.intake.duplicates.domain.Suggestion;
import city.urbanops.intake.duplicates.domain.TypedReport;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Open cases that a report may repeat: while the agent types, and afterwards. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.PATROL, Roles.ADMIN, Roles.DRIVER})
public class DuplicateCandidatesResource {

    private final SuggestDuplicates suggest;
    private final Transactions transactions;
    private final Clock clock;

    DuplicateCandidatesResource(SuggestDuplicates suggest, Transactions transactions, Clock clock) {
        this.suggest = suggest;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For what has been typed so far: best first, at most ten, each with its reasons. Stores nothing. */
    @POST
    @Path("duplicate-candidates")
    public Uni<List<Suggestion>> whileTyping(@NotNull(message = "is required") @Valid TypedReportRequest request) {
        var location = request.location();
        var occurredAt = request.occurredAt();
        var report = new TypedReport(
                request.text() == null ? "" : request.text(),
                request.classCode(),
                location == null ? null : new Point(location.lng(), location.lat()),
                occurredAt == null ? clock.instant() : occurredAt);
        return transactions.read(session -> suggest.whileTyping(session, report, request.phone()));
    }

    /** For a case as it is stored. */
    @GET
    @Path("{caseId}/duplicate-candidates")
    public Uni<List<Suggestion>> forCase(UUID caseId) {
        return transactions.read(session -> suggest.forCase(session, caseId));
    }
}
