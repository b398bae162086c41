package city.urbanops.kit.inbox;

import city.urbanops.contracts.EventType;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a service does with events of one topic. */
public interface EventHandler {

    /** The types it wants; others are counted and skipped without parsing their body. */
    List<? extends EventType<?>> types();

    /** False for an event that is of no interest by its content alone: it is skipped before the inbox, without a transaction. */
    default boolean concerns(ReceivedEvent event) {
        return true;
    }

    /**
     * Applies events, none of which was applied before, in the order of their partitions, all in the caller's transaction.
     *
     * <p>A failed {@code Uni} undoes the whole transaction. Infrastructure trouble is retried; any other failure is taken as a bug with
     * one of the events: they come again one at a time, and the one that fails alone is parked.
     */
    Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events);
}
