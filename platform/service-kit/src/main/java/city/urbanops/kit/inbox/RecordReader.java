package city.urbanops.kit.inbox;

import city.urbanops.contracts.EventType;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records as a consumer does, for whoever reads the log beside it: no inbox, no parking. Immutable, thread-safe. */
public final class RecordReader {

    private final EventParser parser;

    /** @param types those that are wanted */
    public RecordReader(List<? extends EventType<?>> types) {
        this.parser = new EventParser(types);
    }

    /** The event; absent if its type is not wanted, or if it cannot be read, which a consumer would have parked. */
    public Optional<ReceivedEvent> read(ConsumerRecord<String, byte[]> record) {
        var message = new Message(record);
        if (!parser.wants(message)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(message));
        } catch (UnreadableEvent parked) {
            return Optional.empty();
        }
    }
}
