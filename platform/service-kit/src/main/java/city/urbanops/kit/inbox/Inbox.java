package city.urbanops.kit.inbox;

import city.urbanops.contracts.ContractJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers which events were applied, in the transaction that applies them. */
@Singleton
class Inbox {

    private static final String INSERT = """
            insert into inbox (event_id, event_day)
            select id, day from json_to_recordset(cast(cast(:events as text) as json)) as event(id uuid, day date)
            on conflict do nothing
            returning event_id
            """;

    /** Those of the events that were never applied, in their order; a repetition inside the list counts once. */
    Uni<List<ReceivedEvent>> firstSeen(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var rows = ContractJson.mapper().createArrayNode();
        for (var event : events) {
            rows.addObject()
                    .put("id", event.id().toString())
                    .put(
                            "day",
                            event.time().atZone(ZoneOffset.UTC).toLocalDate().toString());
        }
        return session.createNativeQuery(INSERT, UUID.class)
                .setParameter("events", rows.toString())
                .getResultList()
                .map(ids -> {
                    var fresh = new HashSet<>(ids);
                    return events.stream()
                            .filter(event -> fresh.remove(event.id()))
                            .toList();
                });
    }
}
