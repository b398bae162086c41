package city.urbanops.kit.health;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Knows which topics have had their partitions assigned; with more replicas than partitions an assignment may be empty. */
@ApplicationScoped
@Default
@Identifier("assignments")
public class Assignments implements KafkaConsumerRebalanceListener {

    private final Set<String> assigned = ConcurrentHashMap.newKeySet();

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assigned.addAll(consumer.subscription());
    }

    boolean isAssigned(String topic) {
        return assigned.contains(topic);
    }
}
