package city.urbanops.dispatch.notice.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A few words to a unit's people about a task; made of codes, numbers and times only, so that nothing of a citizen can be in it.
 *
 * @param messageId the same for the same event, way and address
 * @param channel which way it goes
 * @param unitCode whom it is for
 * @param address where it goes: a mail address, or a telephone number as digits
 * @param subject a line; no use on every way
 * @param body the words
 * @param createdAt when it happened
 */
public record Message(
        UUID messageId,
        MessageChannel channel,
        String unitCode,
        String address,
        String subject,
        String body,
        Instant createdAt) {

    /** One id for an event, a way and an address, the same however often the event comes. */
    public static UUID idOf(UUID eventId, MessageChannel channel, String unitCode, String address) {
        String parts = String.join("/", eventId.toString(), channel.name(), unitCode, address);
        return UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8));
    }
}
