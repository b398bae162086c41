package city.urbanops.dispatch.routing.application;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.routing.persistence.Explanations;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Why a case went where it went. */
@Singleton
public class ExplainCase {

    private final Transactions transactions;
    private final Explanations explanations;

    ExplainCase(Transactions transactions, Explanations explanations) {
        this.transactions = transactions;
        this.explanations = explanations;
    }

    /** Every decision about a case, the newest first, never empty; fails with 404 for a case never routed, 403 for another unit's. */
    public Uni<List<Explanation>> of(Caller caller, UUID caseId) {
        return transactions
                .read(session -> explanations.of(session, caseId))
                .invoke(found -> admit(caller, caseId, found));
    }

    private static void admit(Caller caller, UUID caseId, List<Explanation> found) {
        if (found.isEmpty()) {
            throw new ProblemException(Problem.notFound("Nothing was decided about case " + caseId + "."));
        }
        Explanation newest = found.get(0);
        if (!caller.scope(Roles.CENTRAL)
                .admits(
                        Optional.ofNullable(newest.department()),
                        newest.question().areaCode())) {
            throw new ProblemException(Problem.forbidden("The case is with another unit."));
        }
    }
}
