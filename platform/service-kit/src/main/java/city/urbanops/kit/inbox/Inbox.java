package city.urbanops.kit.inbox;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers which events were applied, in the transaction that applies them. */
@Singleton
class Inbox {

    /**
     * One statement for every batch of every service: whose key is parked stays out, of the rest the new ids go in. It waits for a
     * replay that is just taking the last event of a key out of parking, or nobody would fetch what is put behind it.
     */
    private static final Sql ADMIT = Sql.of("""
            with event as (
                select id, day, key
                from json_to_recordset(cast(cast($1 as text) as json)) as event(id uuid, day date, key text)),
            parked as (
                select key from parked_event where topic = $2 and key in (select key from event) for share),
            fresh as (
                insert into inbox (event_id, event_day)
                select id, day from event where key not in (select key from parked)
                on conflict do nothing
                returning event_id)
            select cast(event_id as text) as name, false as parked from fresh
            union all
            select distinct key, true from parked
            """);

    private static final Sql REMEMBER =
            Sql.of("insert into inbox (event_id, event_day) values ($1, $2) on conflict do nothing");

    /** Of the events of one topic: those that were never applied, in their order, and the keys that have parked events. */
    Uni<Admitted> admit(Mutiny.StatelessSession session, String topic, List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(new Admitted(List.of(), Set.of()));
        }
        var rows = ContractJson.mapper().createArrayNode();
        for (var event : events) {
            rows.addObject()
                    .put("id", event.id().toString())
                    .put("day", dayOf(event).toString())
                    .put("key", event.key());
        }
        return ADMIT.on(session, rows.toString(), topic).map(found -> admitted(events, found));
    }

    /** Remembers one event, whether its key is parked or not: true if it was never applied. */
    Uni<Boolean> isNew(Mutiny.StatelessSession session, ReceivedEvent event) {
        return REMEMBER.update(session, event.id(), dayOf(event)).map(rows -> rows > 0);
    }

    private static LocalDate dayOf(ReceivedEvent event) {
        return event.time().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Admitted admitted(List<ReceivedEvent> events, RowSet<Row> found) {
        var fresh = new HashSet<String>();
        var parkedKeys = new HashSet<String>();
        for (var row : found) {
            (row.getBoolean("parked") ? parkedKeys : fresh).add(row.getString("name"));
        }
        // a repetition inside the batch counts once
        return new Admitted(
                events.stream()
                        .filter(event -> fresh.remove(event.id().toString()))
                        .toList(),
                parkedKeys);
    }

    /** What of a batch may be applied, and whose events have to stand behind parked ones. */
    record Admitted(List<ReceivedEvent> fresh, Set<String> parkedKeys) {}
}
