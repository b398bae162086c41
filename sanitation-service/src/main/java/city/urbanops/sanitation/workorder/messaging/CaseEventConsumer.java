package city.urbanops.sanitation.workorder.messaging;

import city.urbanops.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code case-events}; acknowledged after the commit. */
@ApplicationScoped
class CaseEventConsumer {

    private final EventConsumer consumer;
    private final TaskEventHandler handler;

    CaseEventConsumer(EventConsumer consumer, TaskEventHandler handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @Incoming("case-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch, handler);
    }
}
