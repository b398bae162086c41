package city.urbanops.intake.dust.messaging;

import city.urbanops.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code dust-alarms}. */
@ApplicationScoped
class DustAlarmsConsumer {

    private final EventConsumer consumer;
    private final DustAlarmsHandler handler;

    DustAlarmsConsumer(EventConsumer consumer, DustAlarmsHandler handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @Incoming("dust-alarms")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch, handler);
    }
}
