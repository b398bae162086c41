package city.urbanops.kit.inbox;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How many keys wait in parking, as a metric to alert on. */
@Singleton
class ParkedGauge {

    private final Transactions transactions;
    private final Rounds rounds;
    private final AtomicLong keys;

    ParkedGauge(Transactions transactions, Rounds rounds, MeterRegistry meters) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.keys = meters.gauge("urbanops.parked.keys", new AtomicLong());
    }

    @Scheduled(every = "15s")
    Uni<Void> count() {
        return rounds.run(
                "parked keys are not counted",
                () -> transactions.read(session -> session.createNativeQuery(
                                "select count(distinct (topic, key)) from parked_event", Long.class)
                        .getSingleResult()
                        .invoke(keys::set)
                        .replaceWithVoid()));
    }
}
