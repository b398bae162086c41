package city.urbanops.dispatch.notice.persistence;

import city.urbanops.dispatch.notice.domain.Message;
import city.urbanops.dispatch.notice.domain.MessageChannel;
import city.urbanops.dispatch.notice.domain.MessageRoute;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Addresses of units' people, and the messages that wait for them. */
@Singleton
public class MessageTable {

    private static final String ADD_ROUTES = """
            insert into message_route (channel, unit_code, address, retry_at)
            select distinct m.channel, m.unit_code, m.address, cast(cast(:now as text) as timestamptz)
            from json_populate_recordset(cast(null as message), cast(cast(:rows as text) as json)) m
            on conflict (channel, unit_code, address) do nothing
            """;

    private static final String ADD = """
            insert into message (message_id, channel, unit_code, address, subject, body, created_at)
            select m.message_id, m.channel, m.unit_code, m.address, m.subject, m.body, m.created_at
            from json_populate_recordset(cast(null as message), cast(cast(:rows as text) as json)) m
            join message_route r on r.channel = m.channel and r.unit_code = m.unit_code and r.address = m.address
                and r.disabled_at is null
            where (select count(*) from (select 1 from message x where x.channel = m.channel
                and x.unit_code = m.unit_code and x.address = m.address limit :most) y) < :most
            on conflict (message_id) do nothing
            """;

    private static final String OLDEST = """
            select cast(row_to_json(m) as text) from message m
            where m.channel = :channel and m.unit_code = :unit and m.address = :address
            order by m.created_at, m.message_id limit :most
            """;

    /** Routes to use now, each taken for a while, so that no other replica uses it; those others hold are left out. */
    private static final String TAKE = """
            with due as (
                select r.channel, r.unit_code, r.address from message_route r
                where r.channel = :channel and r.disabled_at is null
                and r.retry_at <= cast(cast(:now as text) as timestamptz)
                and exists (select 1 from message m
                    where m.channel = r.channel and m.unit_code = r.unit_code and m.address = r.address)
                order by r.retry_at limit :most for update skip locked)
            update message_route r set retry_at = cast(cast(:until as text) as timestamptz)
            from due where r.channel = due.channel and r.unit_code = due.unit_code and r.address = due.address
            returning cast(row_to_json(r) as text)
            """;

    private static final String SETTLE = """
            update message_route set failures = :failures, refusals = :refusals, last_failure = cast(:failure as text),
                retry_at = cast(cast(:retryAt as text) as timestamptz),
                disabled_at = cast(cast(:disabledAt as text) as timestamptz)
            where channel = :channel and unit_code = :unit and address = :address
            """;

    private static final String GIVEN_UP = """
            select cast(row_to_json(k) as text) from (
                select channel, unit_code, address from message_route where disabled_at is not null
                and unit_code in (select json_array_elements_text(cast(cast(:units as text) as json)))) k
            """;

    private static final String FORGET_IDLE = """
            delete from message_route r where r.unit_code = :unit
            and r.address in (select json_array_elements_text(cast(cast(:addresses as text) as json)))
            and not exists (select 1 from message m
                where m.channel = r.channel and m.unit_code = r.unit_code and m.address = r.address)
            """;

    /** Writes messages down; returns how many: repeated ones, and those for an address given up or with too many waiting, are left out. */
    public Uni<Integer> add(Mutiny.StatelessSession session, List<Message> messages, Instant now, int most) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        String rows = JsonRows.write(messages);
        return session.createNativeQuery(ADD_ROUTES)
                .setParameter("rows", rows)
                .setParameter("now", now.toString())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(ADD)
                        .setParameter("rows", rows)
                        .setParameter("most", most)
                        .executeUpdate());
    }

    /** A route's waiting messages, the oldest first. */
    public Uni<List<Message>> oldest(Mutiny.StatelessSession session, MessageRoute route, int most) {
        return session.createNativeQuery(OLDEST, String.class)
                .setParameter("channel", route.channel().name())
                .setParameter("unit", route.unitCode())
                .setParameter("address", route.address())
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, Message.class))
                        .toList());
    }

    /** Takes routes that something waits for, until the given time. */
    public Uni<List<MessageRoute>> take(
            Mutiny.StatelessSession session, MessageChannel channel, Instant now, Instant until, int most) {
        return session.createNativeQuery(TAKE, String.class)
                .setParameter("channel", channel.name())
                .setParameter("now", now.toString())
                .setParameter("until", until.toString())
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, MessageRoute.class))
                        .toList());
    }

    /** Notes how sending went; nothing when the route was forgotten meanwhile. */
    public Uni<Void> settle(Mutiny.StatelessSession session, MessageRoute route) {
        Instant disabledAt = route.disabledAt();
        return session.createNativeQuery(SETTLE)
                .setParameter("failures", route.failures())
                .setParameter("refusals", route.refusals())
                .setParameter("failure", route.lastFailure())
                .setParameter("retryAt", route.retryAt().toString())
                .setParameter("disabledAt", disabledAt == null ? null : disabledAt.toString())
                .setParameter("channel", route.channel().name())
                .setParameter("unit", route.unitCode())
                .setParameter("address", route.address())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Removes messages that were taken. */
    public Uni<Void> delete(Mutiny.StatelessSession session, List<UUID> messageIds) {
        return messageIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(
                                "delete from message where message_id = any (cast(cast(:ids as text) as uuid[]))")
                        .setParameter(
                                "ids",
                                messageIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Removes whatever waits on a route that was given up. */
    public Uni<Void> deleteAllOf(Mutiny.StatelessSession session, MessageRoute route) {
        return session.createNativeQuery(
                        "delete from message where channel = :channel and unit_code = :unit and address = :address")
                .setParameter("channel", route.channel().name())
                .setParameter("unit", route.unitCode())
                .setParameter("address", route.address())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Removes messages about what happened before the given time; returns how many. */
    public Uni<Integer> deleteOlder(Mutiny.StatelessSession session, Instant time) {
        return session.createNativeQuery(
                        "delete from message where created_at < cast(cast(:time as text) as timestamptz)")
                .setParameter("time", time.toString())
                .executeUpdate();
    }

    /** The routes of a unit. */
    public Uni<List<MessageRoute>> routes(Mutiny.StatelessSession session, String unit) {
        return session.createNativeQuery("""
                        select cast(row_to_json(r) as text) from message_route r where r.unit_code = :unit
                        order by r.channel, r.address
                        """, String.class)
                .setParameter("unit", unit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, MessageRoute.class))
                        .toList());
    }

    /** Forgets a unit's routes and what waits on them. */
    public Uni<Void> forget(Mutiny.StatelessSession session, String unit) {
        return session.createNativeQuery("delete from message_route where unit_code = :unit")
                .setParameter("unit", unit)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** How many routes were given up. */
    public Uni<Integer> givenUp(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select count(*) from message_route where disabled_at is not null", Long.class)
                .getSingleResult()
                .map(Long::intValue);
    }

    /** One way to one address of a unit. */
    public record RouteKey(MessageChannel channel, String unitCode, String address) {}

    /** The routes of some units nothing is sent on any more. */
    public Uni<Set<RouteKey>> givenUp(Mutiny.StatelessSession session, Set<String> units) {
        return units.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : session.createNativeQuery(GIVEN_UP, String.class)
                        .setParameter("units", JsonRows.write(List.copyOf(units)))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> JsonRows.read(row, RouteKey.class))
                                .collect(Collectors.toSet()));
    }

    /** Forgets addresses of a unit nothing waits for. */
    public Uni<Void> forgetIdle(Mutiny.StatelessSession session, String unit, Set<String> addresses) {
        return addresses.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(FORGET_IDLE)
                        .setParameter("unit", unit)
                        .setParameter("addresses", JsonRows.write(List.copyOf(addresses)))
                        .executeUpdate()
                        .replaceWithVoid();
    }
}
