package city.urbanops.kit.inbox;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Keeps the inbox's day partitions ahead of time and drops those nobody can redeliver from any more. */
@Singleton
class InboxMaintenance {

    private static final int DAYS_KEPT = 14;

    private final Transactions transactions;
    private final OwnContext contexts;
    private final Rounds rounds;
    private final Clock clock;

    InboxMaintenance(Transactions transactions, OwnContext contexts, Rounds rounds, Clock clock) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Startup
    void atStart() {
        contexts.awaitAtStart(this::partitions);
    }

    @Scheduled(every = "6h", delayed = "6h")
    Uni<Void> maintain() {
        return rounds.run("inbox partitions stay as they are", this::partitions);
    }

    private Uni<Void> partitions() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return transactions.write(session -> session.createNativeQuery(
                        "select cast(maintain_inbox(cast(cast(:today as text) as date), :days) as text)", String.class)
                .setParameter("today", today.toString())
                .setParameter("days", DAYS_KEPT)
                .getResultList()
                .replaceWithVoid());
    }
}
