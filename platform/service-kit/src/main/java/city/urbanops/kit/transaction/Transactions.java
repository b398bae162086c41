package city.urbanops.kit.transaction;

import city.urbanops.kit.outbox.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens the transaction of a change; state and events are written through the one session it hands out. */
@Singleton
public class Transactions {

    private final Mutiny.SessionFactory sessions;
    private final OutboxRelay relay;

    Transactions(Mutiny.SessionFactory sessions, OutboxRelay relay) {
        this.sessions = sessions;
        this.relay = relay;
    }

    /** Runs the work, commits, and wakes the relay; a failed {@code Uni} means nothing was stored. */
    public <T> Uni<T> write(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return toTheEnd(sessions.withStatelessTransaction((session, transaction) -> work.apply(session))
                .invoke(relay::wake));
    }

    /** Runs reads without a transaction of their own. */
    public <T> Uni<T> read(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return toTheEnd(sessions.withStatelessSession(work));
    }

    /**
     * Does not pass a cancellation on. A client that goes away cancels its request; Hibernate Reactive, cancelled half way, gives up
     * the transaction under statements that are still running, and one of them may then commit alone.
     */
    private static <T> Uni<T> toTheEnd(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
