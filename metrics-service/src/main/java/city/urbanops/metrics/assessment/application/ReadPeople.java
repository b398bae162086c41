package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.application.AssessedRollups.Some;
import city.urbanops.metrics.application.CaseQuery.CountedCase;
import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.application.SharedCases;
import city.urbanops.metrics.application.SharedCases.ShareQuery;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.domain.Assessed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the figures of people and grids, and the cases behind them. */
@Singleton
public class ReadPeople {

    private final Transactions transactions;
    private final SubjectCounts counts;
    private final SharedCases cases;

    ReadPeople(Transactions transactions, SubjectCounts counts, SharedCases cases) {
        this.transactions = transactions;
        this.counts = counts;
        this.cases = cases;
    }

    /** The counts of a period, by account or grid. */
    public Uni<List<GroupCounts>> counts(Assessed kind, Period period, Some some) {
        return transactions.read(session -> counts.of(session, kind, period, some));
    }

    /** Cases of a person's share, by date and id. */
    public Uni<List<CountedCase>> cases(ShareQuery query) {
        return transactions.read(session -> cases.find(session, query));
    }
}
