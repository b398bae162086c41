package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.ReporterOfCase;
import city.urbanops.intake.casefile.application.StepRequest;
import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.intake.reporter.application.Reporter;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person who reported, for those who have to call back. Not even an administrator may look: that role needs no identities. Answers are
 * never kept for an {@code Idempotency-Key}, because they would hold an identity.
 */
@Path("/api/v1/cases")
@RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER})
public class ReporterOfCaseResource {

    static final Set<String> WHO_CALLS_BACK = Set.of(Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER);

    private final ReporterOfCase reporterOfCase;
    private final Transactions transactions;
    private final CurrentCaller caller;

    ReporterOfCaseResource(ReporterOfCase reporterOfCase, Transactions transactions, CurrentCaller caller) {
        this.reporterOfCase = reporterOfCase;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** Who reported, in the clear; who asked and why goes into the journal. */
    @POST
    @Path("{caseId}/reporter/reveal")
    public Uni<Response> reveal(UUID caseId, @NotNull(message = "is required") @Valid RevealRequest request) {
        var step = step(caseId);
        return transactions
                .write(session -> reporterOfCase.reveal(session, step, PersonalDataMask.mask(request.reason(), null)))
                .map(RevealedReporter::of)
                .map(revealed -> Response.ok(revealed)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private StepRequest step(UUID caseId) {
        var who = caller.get();
        return new StepRequest(caseId, who.scope(WHO_CALLS_BACK), who.account(), null);
    }

    /** Why somebody has to know. */
    public record RevealRequest(
            @NotBlank(message = "is required") @Size(max = 500, message = "must have at most 500 characters")
            String reason) {}

    /** A reporter in the clear. */
    public record RevealedReporter(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String originalText) {

        static RevealedReporter of(Reporter reporter) {
            return new RevealedReporter(reporter.name(), reporter.phone(), reporter.originalText());
        }

        /** Says nothing: this value must not reach a log. */
        @Override
        public String toString() {
            return "RevealedReporter[…]";
        }
    }
}
