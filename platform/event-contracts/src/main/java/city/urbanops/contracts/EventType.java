package city.urbanops.contracts;

import java.util.function.Function;

/**
 * One version of one event: what ties its name to a topic, a key and a record.
 *
 * @param <T> the record of its JSON body
 * @param name the CloudEvents type, for example {@code urbanops.case.filed.v1}; never a class name
 * @param topic where it is published
 * @param producer the only service that publishes it
 * @param payload the record its body is read into
 * @param key what orders it: events of the same key stay in order
 */
public record EventType<T>(String name, Topic topic, String producer, Class<T> payload, Function<T, String> key) {

    /** The key of one event; never empty. */
    public String keyOf(T event) {
        return key.apply(event);
    }
}
