package city.urbanops.kit.inbox;

import city.urbanops.contracts.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came in, parsed.
 *
 * @param id unique; seen once per service
 * @param type its contract
 * @param source the service that published it
 * @param key what orders it
 * @param time when it happened
 * @param payload the record of its type
 * @param traceparent the trace it belongs to, if any
 */
public record ReceivedEvent(
        UUID id,
        EventType<?> type,
        String source,
        String key,
        Instant time,
        Object payload,
        @Nullable String traceparent) {

    /** The payload, if the event is of that type. */
    public <T> @Nullable T as(EventType<T> wanted) {
        return type.name().equals(wanted.name()) ? wanted.payload().cast(payload) : null;
    }
}
