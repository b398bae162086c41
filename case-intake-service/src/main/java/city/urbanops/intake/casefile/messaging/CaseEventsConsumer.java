package city.urbanops.intake.casefile.messaging;

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

    CaseEventsConsumer(EventConsumer consumer, CaseEventsHandler handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @Incoming("case-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch, handler);
    }
}
