package city.urbanops.kit.tally;

import city.urbanops.contracts.EventType;
import city.urbanops.kit.inbox.EventConsumer;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes each step down, and has a bug: it cannot count backwards until somebody mends it. */
@Singleton
public class TallyHandler implements EventHandler {

    private final EventConsumer consumer;
    private volatile boolean mended;

    TallyHandler(EventConsumer consumer) {
        this.consumer = consumer;
    }

    /** Mends the bug, or brings it back. */
    public void mend(boolean isMended) {
        mended = isMended;
    }

    @Incoming("tallies")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch, this);
    }

    @Override
    public List<? extends EventType<?>> types() {
        return List.of(TallyRaised.HEARD);
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> add(session, (TallyRaised) event.payload()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> add(Mutiny.StatelessSession session, TallyRaised raised) {
        if (raised.by() < 0 && !mended) {
            throw new IllegalArgumentException("cannot count backwards");
        }
        return append(session, raised);
    }

    static Uni<Integer> append(Mutiny.StatelessSession session, TallyRaised raised) {
        return session.createNativeQuery("""
                        insert into tally (name, steps) values (:name, :step)
                        on conflict (name) do update set steps = tally.steps || excluded.steps
                        """)
                .setParameter("name", raised.name())
                .setParameter("step", "%+d".formatted(raised.by()))
                .executeUpdate();
    }
}
