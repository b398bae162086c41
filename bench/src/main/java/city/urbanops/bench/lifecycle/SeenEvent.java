package city.urbanops.bench.lifecycle;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.Workplace;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@code case-events} as the driver sees it. The body is read only where the driver needs it.
 *
 * @param type the CloudEvents type
 * @param id the CloudEvents id; a second delivery of one event has the same
 * @param caseId the Kafka key
 * @param seenAt {@link System#nanoTime()} right after the poll that brought it
 * @param sourceNo of {@code case.reported}, when the report had one
 * @param task of {@code task.dispatched}
 */
record SeenEvent(
        String type,
        String id,
        String caseId,
        long seenAt,
        @Nullable String sourceNo,
        @Nullable SeenTask task) {

    /**
     * A task a unit got.
     *
     * @param taskId its id
     * @param department the unit
     * @param workplace where the unit works on it
     */
    record SeenTask(String taskId, String department, Workplace workplace) {}

    /** Reads a message; empty when it is no case event, or a malformed one: those are the platform's to set aside. */
    static Optional<SeenEvent> read(ConsumerRecord<String, byte[]> message, long seenAt) {
        String type = header(message, "ce_type");
        String id = header(message, "ce_id");
        if (message.key() == null || type == null || id == null) {
            return Optional.empty();
        }
        try {
            if (type.equals(CaseEvents.CASE_REPORTED.name())) {
                String sourceNo = body(message).path("sourceNo").textValue();
                return Optional.of(new SeenEvent(type, id, message.key(), seenAt, sourceNo, null));
            }
            if (type.equals(CaseEvents.TASK_DISPATCHED.name())) {
                return Optional.of(new SeenEvent(type, id, message.key(), seenAt, null, task(body(message))));
            }
            return Optional.of(new SeenEvent(type, id, message.key(), seenAt, null, null));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static SeenTask task(JsonNode body) {
        return new SeenTask(
                body.path("taskId").asText(),
                body.path("department").asText(),
                Workplace.valueOf(body.path("workplace").asText()));
    }

    private static JsonNode body(ConsumerRecord<String, byte[]> message) throws IOException {
        return ContractJson.mapper().readTree(message.value());
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
