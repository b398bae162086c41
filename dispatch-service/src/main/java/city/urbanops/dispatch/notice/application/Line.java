package city.urbanops.dispatch.notice.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One way notices leave the house: who is to be told, and what waits for whom.
 *
 * @param <R> a receiver
 * @param <N> what it is told
 */
interface Line<R, N> {

    /** Receivers something waits for, each taken until the given time, so that no other replica serves it. */
    Uni<List<R>> take(Mutiny.StatelessSession session, Instant now, Instant until, int most);

    /** What waits for a receiver, the oldest first. */
    Uni<List<N>> oldest(Mutiny.StatelessSession session, R receiver, int most);

    /** The id of what waits. */
    UUID idOf(N waiting);

    /** Hands it over; fails when it is not taken. */
    Uni<Void> send(R receiver, N waiting);

    /** The receiver after a turn without trouble. */
    R succeeded(R receiver, Instant now);

    /** The receiver after a turn that ended with trouble. */
    R failed(R receiver, Instant now, Throwable trouble);

    /** Keeps how the turn went, and removes what was taken. */
    Uni<Void> settle(Mutiny.StatelessSession session, R receiver, List<UUID> taken);

    /** The receiver's unit, for the log. */
    String unitOf(R receiver);
}
