package city.urbanops.metrics.persistence;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How many cases had events but no report yet, as a metric: they count for nothing, and should be none. */
@Singleton
class PartialFacts {

    private final Transactions transactions;
    private final Rounds rounds;
    private final AtomicLong cases;

    PartialFacts(Transactions transactions, Rounds rounds, MeterRegistry meters) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.cases = meters.gauge("urbanops.facts.partial", new AtomicLong());
    }

    @Scheduled(every = "15s")
    Uni<Void> count() {
        return rounds.run(
                "partial facts are not counted",
                () -> transactions.read(session -> session.createNativeQuery(
                                "select count(*) from case_fact where reported_at is null", Long.class)
                        .getSingleResult()
                        .invoke(cases::set)
                        .replaceWithVoid()));
    }
}
