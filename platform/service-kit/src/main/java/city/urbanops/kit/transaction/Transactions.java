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
        return sessions.withStatelessTransaction((session, transaction) -> work.apply(session))
                .invoke(relay::wake);
    }

    /** Runs reads without a transaction of their own. */
    public <T> Uni<T> read(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessSession(work);
    }
}
