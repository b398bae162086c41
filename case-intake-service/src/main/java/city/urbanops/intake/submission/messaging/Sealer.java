package city.urbanops.intake.submission.messaging;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.reporter.application.Sealing;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Seals records at the door, before anything can fail on them (DESIGN §6: parked rows hold no identity in the clear). */
@Singleton
class Sealer {

    /** More than a publisher, a stroke and a source number can have. */
    private static final int LONGEST_KEY = 200;

    private final Sealing sealing;

    Sealer(Sealing sealing) {
        this.sealing = sealing;
    }

    /** The same records, in the same places, with sealed bodies. */
    ConsumerRecords<String, byte[]> seal(ConsumerRecords<String, byte[]> batch) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> sealed = new HashMap<>();
        batch.partitions()
                .forEach(partition -> sealed.put(
                        partition,
                        batch.records(partition).stream().map(this::seal).toList()));
        return new ConsumerRecords<>(sealed, batch.nextOffsets());
    }

    /** The body as it came. */
    byte[] open(SealedSubmission submission) {
        return sealing.open(Base64.getDecoder().decode(submission.body()), owner(submission.key()));
    }

    private ConsumerRecord<String, byte[]> seal(ConsumerRecord<String, byte[]> record) {
        var key = record.key() == null ? null : storable(record.key());
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                key,
                body(key == null ? "" : key, record.value() == null ? new byte[0] : record.value()),
                record.headers(),
                record.leaderEpoch());
    }

    /** A key that no table or index can hold is no publisher's number either: what is left of it is refused by name. */
    private static String storable(String key) {
        var start = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
        return start.replace('\0', '?');
    }

    private byte[] body(String key, byte[] plain) {
        try {
            var sealed = Base64.getEncoder().encodeToString(sealing.seal(plain, owner(key)));
            return ContractJson.mapper().writeValueAsBytes(new SealedSubmission(key, sealed));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID owner(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
