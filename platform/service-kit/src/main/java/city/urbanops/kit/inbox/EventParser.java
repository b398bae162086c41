package city.urbanops.kit.inbox;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.EventType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads messages of the types a handler wants. */
final class EventParser {

    private final Map<String, EventType<?>> wanted;

    EventParser(List<? extends EventType<?>> types) {
        wanted = types.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    }

    /** False if the message is of a type nobody here wants; a message without a type is wanted, to be set aside. */
    boolean wants(Message message) {
        var type = message.type();
        return type == null || wanted.containsKey(type);
    }

    /** @throws UnreadableEvent if a header or the body is not what the contract says */
    ReceivedEvent parse(Message message) throws UnreadableEvent {
        var typeName = message.type();
        var type = typeName == null ? null : wanted.get(typeName);
        var body = message.record().value();
        if (type == null) {
            throw new UnreadableEvent("it has no ce_type header");
        }
        if (message.record().key() == null) {
            throw new UnreadableEvent("it has no key");
        }
        if (body == null) {
            throw new UnreadableEvent("it has no body");
        }
        var payload = payload(type, body);
        requireKey(type, payload, message.key());
        return new ReceivedEvent(
                id(message),
                type,
                required(message, "ce_source"),
                message.key(),
                time(message),
                payload,
                message.header("traceparent"));
    }

    private static Object payload(EventType<?> type, byte[] body) throws UnreadableEvent {
        try {
            var payload = ContractJson.mapper().readValue(body, type.payload());
            if (payload == null) {
                throw new UnreadableEvent("its body is null");
            }
            return payload;
        } catch (IOException | IllegalArgumentException | NullPointerException wrongForm) {
            // The reason only, never the text: it may hold personal data.
            throw new UnreadableEvent("its body is not a " + type.name() + ": "
                    + wrongForm.getClass().getSimpleName());
        }
    }

    /** An event under another entity's key would be applied out of that entity's order. */
    private static <T> void requireKey(EventType<T> type, Object payload, String key) throws UnreadableEvent {
        @Nullable String expected;
        try {
            expected = type.keyOf(type.payload().cast(payload));
        } catch (NullPointerException incomplete) {
            throw new UnreadableEvent("its body lacks the key");
        }
        if (!key.equals(expected)) {
            throw new UnreadableEvent("its key is not that of its body");
        }
    }

    private static UUID id(Message message) throws UnreadableEvent {
        try {
            return UUID.fromString(required(message, "ce_id"));
        } catch (IllegalArgumentException notAnId) {
            throw new UnreadableEvent("its ce_id is not a UUID");
        }
    }

    private static Instant time(Message message) throws UnreadableEvent {
        try {
            return Instant.parse(required(message, "ce_time"));
        } catch (DateTimeException notATime) {
            throw new UnreadableEvent("its ce_time is not an RFC 3339 instant");
        }
    }

    private static String required(Message message, String header) throws UnreadableEvent {
        var value = message.header(header);
        if (value == null) {
            throw new UnreadableEvent("it has no " + header + " header");
        }
        return value;
    }
}
