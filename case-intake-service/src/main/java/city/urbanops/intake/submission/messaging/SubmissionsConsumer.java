package city.urbanops.intake.submission.messaging;

import city.urbanops.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code report-submissions}. */
@ApplicationScoped
class SubmissionsConsumer {

    private final EventConsumer consumer;
    private final SubmissionsHandler handler;
    private final Sealer sealer;

    SubmissionsConsumer(EventConsumer consumer, SubmissionsHandler handler, Sealer sealer) {
        this.consumer = consumer;
        this.handler = handler;
        this.sealer = sealer;
    }

    @Incoming("report-submissions")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(sealer.seal(batch), handler);
    }
}
