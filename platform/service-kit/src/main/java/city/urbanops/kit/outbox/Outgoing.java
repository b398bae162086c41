package city.urbanops.kit.outbox;

import city.urbanops.contracts.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event about to be published.
 *
 * @param type its contract
 * @param id unique, made once; a retry of the same change keeps it
 * @param subject id of the entity it is about
 * @param time when it happened
 * @param payload its body
 * @param traceparent the trace of what caused it; absent means the present request's
 */
public record Outgoing<T>(
        EventType<T> type,
        UUID id,
        String subject,
        Instant time,
        T payload,
        @Nullable String traceparent) {

    public static <T> Outgoing<T> of(EventType<T> type, UUID id, String subject, Instant time, T payload) {
        return new Outgoing<>(type, id, subject, time, payload, null);
    }

    /** The same event in the trace of the event that caused it. */
    public Outgoing<T> inTrace(@Nullable String causeTraceparent) {
        return new Outgoing<>(type, id, subject, time, payload, causeTraceparent);
    }
}
