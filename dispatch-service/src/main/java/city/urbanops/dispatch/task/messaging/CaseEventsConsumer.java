package city.urbanops.dispatch.task.messaging;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes batches of {@code case-events}; waits with the first until there is a city to route in. */
@ApplicationScoped
class CaseEventsConsumer {

    private final EventConsumer consumer;
    private final CaseEventsHandler handler;
    private final CurrentCity city;

    CaseEventsConsumer(EventConsumer consumer, CaseEventsHandler handler, CurrentCity city) {
        this.consumer = consumer;
        this.handler = handler;
        this.city = city;
    }

    @Incoming("case-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return city.whenLoaded().chain(() -> consumer.consume(batch, handler));
    }
}
