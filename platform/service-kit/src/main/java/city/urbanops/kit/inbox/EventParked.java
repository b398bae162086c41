package city.urbanops.kit.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Announces on a dead-letter topic that a service set an event aside; the event itself stays in that service.
 *
 * @param service who could not apply it
 * @param topic where it came from
 * @param partition its place there
 * @param offset its place there
 * @param key what it stands behind; later events of the key wait with it
 * @param type its CloudEvents type, if it has one
 * @param eventId its id, or one derived from its place
 * @param reason why, without quoting its content
 */
record EventParked(
        String service,
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable String type,
        UUID eventId,
        String reason) {}
