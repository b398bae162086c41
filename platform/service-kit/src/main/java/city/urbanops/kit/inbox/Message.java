package city.urbanops.kit.inbox;

import city.urbanops.contracts.ContractJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A Kafka record with its CloudEvents headers; the body is still bytes. */
record Message(ConsumerRecord<String, byte[]> record) {

    /** Our own keys have 36 characters; four bytes each, so many fit into an index with room to spare. */
    private static final int LONGEST_KEY = 400;

    /** The key as far as it can be stored, or the record's own place if it has none: then it stands alone. */
    String key() {
        return record.key() == null ? record.partition() + "/" + record.offset() : indexable(storable(record.key()));
    }

    @Nullable
    String header(String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : text(header.value());
    }

    @Nullable
    String type() {
        return header("ce_type");
    }

    /** The event's id, or one made from the record's place if it has none that can be read. */
    UUID id() {
        try {
            var id = header("ce_id");
            if (id != null) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException notAnId) {
            // the place identifies it as well
        }
        var place = record.topic() + "/" + record.partition() + "/" + record.offset();
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode headersJson() {
        var json = ContractJson.mapper().createObjectNode();
        record.headers()
                .forEach(header -> json.put(header.key(), header.value() == null ? null : text(header.value())));
        return json;
    }

    /** No index holds a key of kilobytes, and the message could not be set aside; a long one is its beginning and its digest. */
    private static String indexable(String key) {
        return key.length() <= LONGEST_KEY
                ? key
                : key.substring(0, LONGEST_KEY) + "#" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return storable(new String(bytes, StandardCharsets.UTF_8));
    }

    /** PostgreSQL stores no NUL: a message that carries one could not even be set aside, and would hold up its partition. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
