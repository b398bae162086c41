package city.urbanops.dispatch.task.messaging;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code dust-alarms} for what concerns units; waits with the first until the city's hours are known. */
@ApplicationScoped
class UnansweredAlarmsConsumer {

    private final EventConsumer consumer;
    private final UnansweredAlarmsHandler handler;
    private final CurrentCity city;

    UnansweredAlarmsConsumer(EventConsumer consumer, UnansweredAlarmsHandler handler, CurrentCity city) {
        this.consumer = consumer;
        this.handler = handler;
        this.city = city;
    }

    @Incoming("dust-alarms")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return city.whenLoaded().chain(() -> consumer.consume(batch, handler));
    }
}
