package city.urbanops.kit.inbox;

import city.urbanops.kit.inbox.Parking.Parked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages of one topic, in order, as far as they concern the handler: those that can be read, and those that cannot. */
final class Batch {

    private final String topic;
    private final List<Entry> entries;

    private Batch(String topic, List<Entry> entries) {
        this.topic = topic;
        this.entries = entries;
    }

    /** Reads the messages, at least one; whatever stands behind an unreadable message of its key counts as unreadable. */
    static Batch of(List<Message> messages, EventParser parser, EventHandler handler) {
        var entries = new ArrayList<Entry>(messages.size());
        var spoiltKeys = new HashSet<String>();
        for (var message : messages) {
            if (spoiltKeys.contains(message.key())) {
                entries.add(new Entry(message, null, "it stands behind a parked event"));
                continue;
            }
            try {
                var event = parser.parse(message);
                if (handler.concerns(event)) {
                    entries.add(new Entry(message, event, "it stands behind a parked event"));
                }
            } catch (UnreadableEvent unreadable) {
                entries.add(new Entry(message, null, String.valueOf(unreadable.getMessage())));
                spoiltKeys.add(message.key());
            }
        }
        return new Batch(messages.get(0).record().topic(), entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    String topic() {
        return topic;
    }

    List<ReceivedEvent> readable() {
        return entries.stream().map(Entry::event).filter(Objects::nonNull).toList();
    }

    /** What has to be set aside: the unreadable, and everything of keys that have parked events already. */
    List<Parked> aside(Set<String> parkedKeys) {
        return entries.stream()
                .filter(entry -> entry.event() == null
                        || parkedKeys.contains(entry.message().key()))
                .map(entry -> new Parked(entry.message(), entry.reason()))
                .toList();
    }

    /**
     * One message.
     *
     * @param event what it says; null if it cannot be read
     * @param reason why it is set aside, should it be
     */
    private record Entry(Message message, @Nullable ReceivedEvent event, String reason) {}
}
