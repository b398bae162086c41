package city.urbanops.dust.stream;

import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.dust.DustReadingRejected;
import city.urbanops.dust.stream.ReadingCheck.Refusal;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Refused readings as events for the dead-letter topic. */
final class Rejections {

    private Rejections() {}

    /** The event of one refused message; it goes under the message's key, or under its place if it had none. */
    static Record<String, Published> record(
            @Nullable String key,
            @Nullable String deviceId,
            Refusal refusal,
            int partition,
            long offset,
            long timestamp) {
        var place = partition + "/" + offset;
        var payload = new DustReadingRejected(
                key == null || key.isEmpty() ? place : key,
                refusal.reason(),
                refusal.detail(),
                deviceId,
                partition,
                offset);
        return Published.record(
                DustEvents.READING_REJECTED, payload, place, Instant.ofEpochMilli(timestamp), timestamp);
    }
}
