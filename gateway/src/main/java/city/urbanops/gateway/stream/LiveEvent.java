package city.urbanops.gateway.stream;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.cases.CaseEvents;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A case event on its way to the browsers.
 *
 * @param department the unit now responsible, empty before there is one
 * @param area the event's area code, empty if it has none
 * @param frame the event as it goes over the wire, written once for all who see it
 */
record LiveEvent(Optional<String> department, String area, Buffer frame) {

    /** The event of a Kafka message in CloudEvents binary mode; empty if the message is none, which is for its consumers to deal with. */
    static Optional<LiveEvent> read(ConsumerRecord<String, byte[]> message) {
        var id = header(message, "ce_id");
        var type = header(message, "ce_type");
        if (id.isEmpty() || type.isEmpty() || message.value() == null || isHistory(type.get())) {
            return Optional.empty();
        }
        try {
            var body = ContractJson.mapper().readTree(message.value());
            if (body == null || !body.isObject()) {
                return Optional.empty();
            }
            var department = Optional.ofNullable(body.get("department"))
                    .filter(node -> node.isTextual())
                    .map(node -> node.textValue());
            // written again from the tree: one line, whatever the producer's layout
            var frame = "id: " + id.get() + "\nevent: " + type.get() + "\ndata: " + body + "\n\n";
            return Optional.of(new LiveEvent(department, body.path("areaCode").asText(""), Buffer.buffer(frame)));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** A case of a former system is no news to anybody, and they come by the thousand. */
    private static boolean isHistory(String type) {
        return type.equals(CaseEvents.CASE_IMPORTED.name());
    }

    /** A header's text, if it is there and fits on one line. */
    private static Optional<String> header(ConsumerRecord<String, byte[]> message, String name) {
        return Optional.ofNullable(message.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .filter(text -> !text.isEmpty() && text.chars().noneMatch(Character::isISOControl));
    }
}
