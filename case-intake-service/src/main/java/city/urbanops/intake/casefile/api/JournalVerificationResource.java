package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.VerifyJournals;
import city.urbanops.intake.casefile.domain.JournalChain.BrokenLink;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Checks that no journal was changed after it was written; {@code ./urbanops verify} asks here page by page. */
@Path("/api/v1/cases/journal-verification")
@RolesAllowed({Roles.ADMIN, Roles.DRIVER})
public class JournalVerificationResource {

    private final VerifyJournals verifyJournals;
    private final Transactions transactions;

    JournalVerificationResource(VerifyJournals verifyJournals, Transactions transactions) {
        this.verifyJournals = verifyJournals;
        this.transactions = transactions;
    }

    /**
     * Checks the next cases in the order of their ids.
     *
     * @param limit how many, 1 to 200
     * @param after the last case the answer before checked
     */
    @GET
    public Uni<Verification> verify(@RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        var cases = PageRequest.of(limit, null, 1).limit();
        var last = Optional.ofNullable(after).map(JournalVerificationResource::caseId);
        return transactions
                .read(session -> verifyJournals.verify(session, last, cases))
                .map(found -> new Verification(
                        found.cases(),
                        found.entries(),
                        found.broken(),
                        found.last().orElse(null)));
    }

    private static UUID caseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(Problem.invalid("after", "must be the id of a case"));
        }
    }

    /** What was checked and what does not hold; without {@code next} all cases have been checked. */
    public record Verification(
            int cases,
            int entries,
            List<BrokenLink> broken,
            @Nullable UUID next) {}
}
