package city.urbanops.kit.inbox;

import city.urbanops.kit.inbox.Parking.Parked;
import city.urbanops.kit.problem.Infrastructure;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Takes a batch of records through parsing, the inbox and the handler, in one transaction. The returned {@code Uni} completes after the
 * commit, so an {@code @Incoming} method that returns it acknowledges only what is stored; it never fails, but waits out the trouble.
 */
@Singleton
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final OwnContext contexts;
    private final Inbox inbox;
    private final Parking parking;
    private final MeterRegistry meters;

    EventConsumer(Transactions transactions, OwnContext contexts, Inbox inbox, Parking parking, MeterRegistry meters) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.inbox = inbox;
        this.parking = parking;
        this.meters = meters;
    }

    /** Applies what the handler wants of the batch, in order, each event once. */
    public Uni<Void> consume(ConsumerRecords<String, byte[]> batch, EventHandler handler) {
        var parser = new EventParser(handler.types());
        var wanted = StreamSupport.stream(batch.spliterator(), false)
                .map(Message::new)
                .filter(parser::wants)
                .toList();
        meters.counter("urbanops.events.skipped").increment(batch.count() - wanted.size());
        meters.counter("urbanops.events.wanted").increment(wanted.size());
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return apply(wanted, parser, handler).onFailure().recoverWithUni(failure -> {
            LOG.warnf(
                    "a batch of %d events failed, they are taken one at a time: %s", wanted.size(), failure.toString());
            return oneAtATime(wanted, parser, handler);
        });
    }

    private Uni<Void> oneAtATime(List<Message> messages, EventParser parser, EventHandler handler) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(message -> apply(List.of(message), parser, handler)
                        .onFailure()
                        .recoverWithUni(failure -> park(message, failure)))
                .collect()
                .last();
    }

    /** One transaction, repeated until the infrastructure lets it through; fails only for what no repetition can mend. */
    private Uni<Void> apply(List<Message> messages, EventParser parser, EventHandler handler) {
        var batch = Batch.of(messages, parser, handler);
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : untilInfrastructureIsBack(
                        () -> transactions.write(session -> inbox.admit(session, batch.topic(), batch.readable())
                                .chain(admitted -> parking.park(session, batch.aside(admitted.parkedKeys()))
                                        .chain(() -> handle(session, admitted.fresh(), handler)))));
    }

    private static Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> fresh, EventHandler handler) {
        return fresh.isEmpty() ? Uni.createFrom().voidItem() : handler.handle(session, fresh);
    }

    private Uni<Void> park(Message message, Throwable failure) {
        LOG.errorf(failure, "event cannot be applied: key=%s type=%s", message.key(), message.type());
        var reason = "the service failed on it: " + failure.getClass().getSimpleName();
        return untilInfrastructureIsBack(
                () -> transactions.write(session -> parking.park(session, List.of(new Parked(message, reason)))));
    }

    private Uni<Void> untilInfrastructureIsBack(java.util.function.Supplier<Uni<Void>> attempt) {
        return contexts.run(attempt)
                .onFailure(Infrastructure::isToBlame)
                .invoke(trouble -> LOG.warnf("events wait for the infrastructure: %s", trouble.toString()))
                .onFailure(Infrastructure::isToBlame)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
