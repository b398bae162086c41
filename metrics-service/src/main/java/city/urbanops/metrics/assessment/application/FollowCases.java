package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;

/**
 * Keeps up with the cases of this month and the last, and of whatever period somebody looks at, so that a sheet has little to catch up with
 * when it is asked for. A round that fails costs the next reader time and nothing else.
 */
@Singleton
class FollowCases {

    private final Transactions transactions;
    private final OwnContext contexts;
    private final Rounds rounds;
    private final FindScheme schemes;
    private final CaseChanges changes;
    private final KeptPeriods kept;
    private final ScoreNow now;
    private final Clock clock;

    FollowCases(
            Transactions transactions,
            OwnContext contexts,
            Rounds rounds,
            FindScheme schemes,
            CaseChanges changes,
            KeptPeriods kept,
            ScoreNow now,
            Clock clock) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.rounds = rounds;
        this.schemes = schemes;
        this.changes = changes;
        this.kept = kept;
        this.now = now;
        this.clock = clock;
    }

    @Scheduled(
            every = "${urbanops.assessment.follow-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        var month = YearMonth.now(clock);
        return rounds.run("sheets are caught up with when they are asked for", () -> transactions
                .write(changes::tidy)
                .chain(() -> keep(month))
                .chain(() -> keep(month.minusMonths(1)))
                .chain(this::follow));
    }

    /** Nobody need have asked: after a start the first who does should not wait for all cases to be read. */
    private Uni<Void> keep(YearMonth month) {
        var period = Period.of(month);
        return transactions
                .read(session -> schemes.allForPeriod(session, period))
                .invoke(inForce -> inForce.stream()
                        .filter(CompiledScheme::hasLedger)
                        .forEach(scheme -> kept.put(kept.find(scheme, period).asked(clock.instant()))))
                .replaceWithVoid();
    }

    /** One after the other, each on a context of its own: the one before may have ended on a worker. */
    private Uni<Void> follow() {
        return Multi.createFrom()
                .iterable(kept.used())
                .onItem()
                .transformToUniAndConcatenate(one -> contexts.run(
                                () -> transactions.read(session -> now.follow(session, one.scheme(), one.period())))
                        .chain(ScoreNow.Work::run))
                .onItem()
                .ignoreAsUni();
    }
}
