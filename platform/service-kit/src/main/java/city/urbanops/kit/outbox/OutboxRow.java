package city.urbanops.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A stored event, ready to be sent. */
record OutboxRow(long id, String key, Instant createdAt, ProducerRecord<String, byte[]> record) {

    static OutboxRow read(ResultSet row, String source) throws SQLException {
        var key = row.getString("key");
        var record = new ProducerRecord<>(
                row.getString("topic"), key, row.getString("payload").getBytes(StandardCharsets.UTF_8));
        var headers = record.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.getString("event_id"));
        add(headers, "ce_source", source);
        add(headers, "ce_type", row.getString("type"));
        add(headers, "ce_subject", row.getString("subject"));
        add(headers, "ce_time", instant(row, "occurred_at").toString());
        add(headers, "content-type", "application/json");
        add(headers, "traceparent", row.getString("traceparent"));
        return new OutboxRow(row.getLong("id"), key, instant(row, "created_at"), record);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
