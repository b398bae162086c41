package city.urbanops.metrics.messaging;

import city.urbanops.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code case-events}. */
@ApplicationScoped
class CaseEventsConsumer {

    private final EventConsumer consumer;
    private final CaseEventsHandler handler;
    private final Freshness freshness;

    CaseEventsConsumer(EventConsumer consumer, CaseEventsHandler handler, Freshness freshness) {
        this.consumer = consumer;
        this.handler = handler;
        this.freshness = freshness;
    }

    @Incoming("case-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch, handler).invoke(() -> freshness.committed(batch));
    }
}
