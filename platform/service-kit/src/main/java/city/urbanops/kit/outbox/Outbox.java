package city.urbanops.kit.outbox;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.persistence.Sql;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes events beside the state change, through the caller's own session.
 *
 * <p>Order per key holds because the caller has locked (or just created) the entity of that key before it writes here.
 */
@Singleton
public class Outbox {

    private static final Sql INSERT = Sql.of("""
            insert into outbox (event_id, topic, key, type, subject, occurred_at, traceparent, payload)
            select id, topic, key, type, subject, "time", traceparent, payload
            from json_to_recordset(cast(cast($1 as text) as json)) as event(
                id uuid, topic text, key text, type text, subject text, "time" timestamptz, traceparent text, payload json)
            """);

    /** Stores the events in the order given; an empty list does nothing. */
    public Uni<Void> publish(Mutiny.StatelessSession session, List<? extends Outgoing<?>> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = ContractJson.mapper().createArrayNode();
        events.forEach(event -> add(event, rows));
        return INSERT.on(session, rows.toString()).replaceWithVoid();
    }

    private static <T> void add(Outgoing<T> event, ArrayNode rows) {
        rows.addObject()
                .put("id", event.id().toString())
                .put("topic", event.type().topic().name())
                .put("key", event.type().keyOf(event.payload()))
                .put("type", event.type().name())
                .put("subject", event.subject())
                .put("time", event.time().toString())
                .put("traceparent", event.traceparent() == null ? TraceContext.current() : event.traceparent())
                .set("payload", ContractJson.mapper().valueToTree(event.payload()));
    }
}
