package city.urbanops.kit.inbox;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topic;
import city.urbanops.contracts.Topics;
import city.urbanops.kit.ServiceConfig;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Sets events aside that cannot be applied, and whatever comes later under the same key, until an operator replays the key. */
@Singleton
class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);

    private static final String INSERT = """
            insert into parked_event (event_id, topic, partition, "offset", key, type, headers, payload, reason, parked_at)
            select event_id, :topic, partition, "offset", key, type, headers, decode(payload, 'base64'), reason, cast(cast(:now as text) as timestamptz)
            from json_to_recordset(cast(cast(:events as text) as json)) as event(
                event_id uuid, partition int, "offset" bigint, key text, type text, headers json, payload text, reason text)
            on conflict do nothing
            returning "offset"
            """;

    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final String service;

    Parking(Outbox outbox, Ids ids, Clock clock, ServiceConfig service) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.service = service.name();
    }

    /** Parks the messages and announces each new one on the dead-letter topic; one already parked stays as it is. */
    Uni<Void> park(Mutiny.StatelessSession session, List<Parked> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var topic = messages.get(0).message().record().topic();
        var rows = ContractJson.mapper().createArrayNode();
        messages.forEach(parked -> add(parked, rows));
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter("topic", topic)
                .setParameter("now", clock.instant().toString())
                .setParameter("events", rows.toString())
                .getResultList()
                .chain(offsets -> announce(session, messages, new HashSet<>(offsets)));
    }

    private Uni<Void> announce(Mutiny.StatelessSession session, List<Parked> messages, Set<Long> offsets) {
        var fresh = messages.stream()
                .filter(parked -> offsets.contains(parked.message().record().offset()))
                .toList();
        fresh.forEach(parked -> LOG.warnf(
                "event parked: topic=%s partition=%d offset=%d key=%s reason=%s",
                parked.message().record().topic(),
                parked.message().record().partition(),
                parked.message().record().offset(),
                parked.message().key(),
                parked.reason()));
        return outbox.publish(session, fresh.stream().map(this::announcement).toList());
    }

    private Outgoing<EventParked> announcement(Parked parked) {
        var record = parked.message().record();
        var payload = new EventParked(
                service,
                record.topic(),
                record.partition(),
                record.offset(),
                parked.message().key(),
                parked.message().type(),
                parked.message().id(),
                parked.reason());
        return Outgoing.of(
                announcementOn(record.topic()), ids.next(), parked.message().key(), clock.instant(), payload);
    }

    private EventType<EventParked> announcementOn(String topic) {
        var deadLetters = Topics.all().stream()
                .filter(known -> known.name().equals(topic + ".dlq"))
                .findFirst()
                .orElseGet(() -> new Topic(topic + ".dlq", 1, java.util.Map.of()));
        return new EventType<>("urbanops.event.parked.v1", deadLetters, service, EventParked.class, EventParked::key);
    }

    private static void add(Parked parked, ArrayNode rows) {
        var record = parked.message().record();
        var row = rows.addObject()
                .put("event_id", parked.message().id().toString())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("key", parked.message().key())
                .put("type", parked.message().type())
                .put("reason", parked.reason())
                .put(
                        "payload",
                        record.value() == null ? null : Base64.getEncoder().encodeToString(record.value()));
        row.set("headers", parked.message().headersJson());
    }

    /** A message and why it is set aside. */
    record Parked(Message message, String reason) {}
}
