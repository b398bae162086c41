package city.urbanops.kit.inbox;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.transaction.Transactions;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.hibernate.reactive.mutiny.Mutiny;

/** Applies the parked events of one key again, in order, inside this service; nothing is published twice. */
@Singleton
public class ParkedReplay {

    private static final String FIRST = """
            select id, event_id, partition, "offset", type, cast(headers as text) as headers, payload
            from parked_event where topic = :topic and key = :key order by id limit 1 for update
            """;

    private final Transactions transactions;
    private final Inbox inbox;

    ParkedReplay(Transactions transactions, Inbox inbox) {
        this.transactions = transactions;
        this.inbox = inbox;
    }

    /**
     * Replays a key until it is empty or an event fails again.
     *
     * @return how many events were applied; a failed {@code Uni} if one still cannot be, which then stays parked with all behind it
     */
    public Uni<Integer> replay(String topic, String key, EventHandler handler) {
        return replayNext(topic, key, handler, new EventParser(handler.types()), 0);
    }

    private Uni<Integer> replayNext(String topic, String key, EventHandler handler, EventParser parser, int done) {
        return transactions
                .write(session -> session.createNativeQuery(FIRST, Tuple.class)
                        .setParameter("topic", topic)
                        .setParameter("key", key)
                        .getResultList()
                        .chain(rows -> rows.isEmpty()
                                ? Uni.createFrom().item(false)
                                : apply(session, read(rows.get(0), topic, key, parser), handler)
                                        .chain(() -> session.createNativeQuery(
                                                        "delete from parked_event where id = :id")
                                                .setParameter("id", rows.get(0).get("id"))
                                                .executeUpdate())
                                        .replaceWith(true)))
                .chain(applied -> applied
                        ? replayNext(topic, key, handler, parser, done + 1)
                        : Uni.createFrom().item(done));
    }

    private Uni<Void> apply(Mutiny.StatelessSession session, ReceivedEvent event, EventHandler handler) {
        return inbox.isNew(session, event)
                .chain(isNew -> isNew
                        ? handler.handle(session, List.of(event))
                        : Uni.createFrom().voidItem());
    }

    private static ReceivedEvent read(Tuple row, String topic, String key, EventParser parser) {
        var headers = new RecordHeaders();
        try {
            ContractJson.mapper()
                    .readTree(row.get("headers", String.class))
                    .properties()
                    .forEach(header -> headers.add(
                            header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
            return parser.parse(new Message(new ConsumerRecord<>(
                    topic,
                    row.get("partition", Integer.class),
                    row.get("offset", Long.class),
                    ConsumerRecord.NO_TIMESTAMP,
                    TimestampType.NO_TIMESTAMP_TYPE,
                    -1,
                    -1,
                    key,
                    row.get("payload", byte[].class),
                    headers,
                    Optional.empty())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableEvent e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
