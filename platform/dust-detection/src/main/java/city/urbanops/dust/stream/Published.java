package city.urbanops.dust.stream;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.EventType;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** An event on its way out: its topic and its payload. The topology is its only producer, so it makes the envelope, too. */
record Published(String topic, Object payload) {

    /**
     * The record to forward. Its id is made from what the event is about, so that a repetition after a crash carries the same one.
     *
     * @param about distinguishes the event from others of its key and type
     * @param time when it happened
     */
    static <T> Record<String, Published> record(
            EventType<T> type, T payload, String about, Instant time, long timestamp) {
        var key = type.keyOf(payload);
        var id = UUID.nameUUIDFromBytes((type.name() + '|' + key + '|' + about).getBytes(StandardCharsets.UTF_8));
        var headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id.toString());
        add(headers, "ce_source", "/urbanops/" + type.producer());
        add(headers, "ce_type", type.name());
        add(headers, "ce_subject", key);
        add(headers, "ce_time", time.toString());
        add(headers, "content-type", "application/json");
        return new Record<>(key, new Published(type.topic().name(), payload), timestamp, headers);
    }

    byte[] body() {
        try {
            return ContractJson.mapper().writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
