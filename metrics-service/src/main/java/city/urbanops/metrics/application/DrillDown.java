package city.urbanops.metrics.application;

import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.application.CaseQuery.CountedCase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows which cases a figure is made of, and which figures a case is in. */
@Singleton
public class DrillDown {

    private final Transactions transactions;
    private final CountedCases cases;

    DrillDown(Transactions transactions, CountedCases cases) {
        this.transactions = transactions;
        this.cases = cases;
    }

    /** At most as many cases as the query allows, by date and id. */
    public Uni<List<CountedCase>> cases(CaseQuery query) {
        return transactions.read(session -> cases.find(session, query));
    }

    /** The case as it counts; absent if it never was reported here. */
    public Uni<Optional<CountedCase>> one(UUID caseId) {
        return transactions.read(session -> cases.one(session, caseId));
    }
}
