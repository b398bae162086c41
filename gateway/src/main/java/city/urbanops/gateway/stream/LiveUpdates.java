package city.urbanops.gateway.stream;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the case events from now on and hands them to whoever listens; ready once its partitions are assigned. */
@ApplicationScoped
@Readiness
@Identifier("live-updates")
class LiveUpdates implements KafkaConsumerRebalanceListener, HealthCheck {

    private final Listeners listeners;
    private volatile boolean assigned;

    LiveUpdates(Listeners listeners) {
        this.listeners = listeners;
    }

    @Incoming("case-events")
    void consume(ConsumerRecords<String, byte[]> batch) {
        if (listeners.isEmpty()) {
            return;
        }
        listeners.tell(StreamSupport.stream(batch.spliterator(), false)
                .map(LiveEvent::read)
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assigned = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("live updates").status(assigned).build();
    }
}
