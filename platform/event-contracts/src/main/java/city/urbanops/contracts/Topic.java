package city.urbanops.contracts;

import java.util.Map;

/**
 * A Kafka topic as it is created: never by the broker's auto-creation, always from here.
 *
 * @param name the topic's name
 * @param partitions fixed for life: adding partitions would break the order of a key
 * @param config topic-level broker settings, by Kafka's own names
 */
public record Topic(String name, int partitions, Map<String, String> config) {

    public Topic {
        config = Map.copyOf(config);
    }

    /** The topic on which a service announces the messages of this one it had to set aside. */
    public Topic deadLetters() {
        return new Topic(name + ".dlq", 1, Topics.KEPT_FOREVER);
    }
}
