package city.urbanops.kit.outbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends stored events in order per key and deletes those the broker acknowledged.
 *
 * <p>A record the broker will never take (too large) holds back its key, and only that: skipping it would break the key's order.
 */
final class OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

    private final Producer<String, byte[]> producer;
    private final Set<String> heldBack = new HashSet<>();
    private volatile @Nullable Instant oldestWaiting;

    OutboxPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** When the oldest row not yet published was written, or null if there was none at the last look. */
    @Nullable
    Instant oldestWaiting() {
        return oldestWaiting;
    }

    int keysHeldBack() {
        return heldBack.size();
    }

    /** Publishes until nothing is left; true if there was anything. */
    boolean drain(OutboxStore store) throws SQLException, InterruptedException {
        var rows = store.oldest(heldBack);
        var any = !rows.isEmpty();
        while (!rows.isEmpty()) {
            oldestWaiting = rows.get(0).createdAt();
            rows = store.oldestAfterDeleting(publish(rows), heldBack);
        }
        oldestWaiting = null;
        return any;
    }

    private List<Long> publish(List<OutboxRow> rows) throws InterruptedException {
        var sent = new ArrayList<Sent>(rows.size());
        for (var row : rows) {
            if (!heldBack.contains(row.key())) {
                var acknowledgement = producer.send(row.record());
                if (refused(acknowledgement)) {
                    holdBack(row, acknowledgement);
                } else {
                    sent.add(new Sent(row, acknowledgement));
                }
            }
        }
        var published = new ArrayList<Long>(sent.size());
        for (var one : sent) {
            if (acknowledged(one)) {
                published.add(one.row().id());
            }
        }
        return published;
    }

    private boolean acknowledged(Sent sent) throws InterruptedException {
        try {
            sent.acknowledgement().get();
            return true;
        } catch (ExecutionException refusedLater) {
            holdBack(sent.row(), sent.acknowledgement());
            return false;
        }
    }

    /** The client refuses some records at once, before the network. */
    private static boolean refused(Future<RecordMetadata> acknowledgement) throws InterruptedException {
        if (!acknowledgement.isDone()) {
            return false;
        }
        try {
            acknowledgement.get();
            return false;
        } catch (ExecutionException atOnce) {
            return true;
        }
    }

    private void holdBack(OutboxRow row, Future<RecordMetadata> why) throws InterruptedException {
        heldBack.add(row.key());
        try {
            why.get();
        } catch (ExecutionException reason) {
            LOG.errorf(
                    reason.getCause(),
                    "event cannot be published, its key is held back until restart: outbox id %d",
                    row.id());
        }
    }

    private record Sent(OutboxRow row, Future<RecordMetadata> acknowledgement) {}
}
