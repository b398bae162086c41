package city.urbanops.metrics.application;

import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.domain.CaseSet;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Reads closure rates: from the rollups alone, never from the facts. */
@Singleton
public class AnswerClosureRates {

    private final Transactions transactions;
    private final ClosureRollups rollups;

    AnswerClosureRates(Transactions transactions, ClosureRollups rollups) {
        this.transactions = transactions;
        this.rollups = rollups;
    }

    /** The counts in these sets of each group that has a case, sorted by the group's key; may be empty. */
    public Uni<List<GroupCounts>> answer(ClosureQuery query, Set<CaseSet> sets) {
        return transactions.read(session -> rollups.sum(session, query, sets));
    }
}
