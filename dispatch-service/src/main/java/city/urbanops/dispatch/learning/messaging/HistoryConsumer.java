package city.urbanops.dispatch.learning.messaging;

import city.urbanops.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the life of cases in a group of its own: an import of history by the thousand must not stand before cases that need a unit. */
@ApplicationScoped
class HistoryConsumer {

    private final EventConsumer consumer;
    private final HistoryHandler handler;

    HistoryConsumer(EventConsumer consumer, HistoryHandler handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @Incoming("case-history")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch, handler);
    }
}
