package city.urbanops.dispatch.notice.persistence;

import city.urbanops.dispatch.notice.domain.Webhook;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Receivers of units. */
@Singleton
public class WebhookTable {

    private static final String ROW = "select cast(row_to_json(w) as text) from webhook w ";

    private static final String REGISTER = """
            insert into webhook (unit_code, url, key_version, registered_by, registered_at, retry_at)
            values (:unit, :url, 1, :actor, cast(cast(:now as text) as timestamptz), cast(cast(:now as text) as timestamptz))
            on conflict (unit_code) do update set url = excluded.url, key_version = webhook.key_version + 1,
                registered_by = excluded.registered_by, registered_at = excluded.registered_at,
                failures = 0, last_failure = null, retry_at = excluded.retry_at, disabled_at = null
            returning key_version
            """;

    /** Receivers to call now, each taken for a while, so that no other replica calls it; those others hold are left out. */
    private static final String TAKE = """
            with due as (
                select w.unit_code from webhook w
                where w.disabled_at is null and w.retry_at <= cast(cast(:now as text) as timestamptz)
                and exists (select 1 from notice n where n.unit_code = w.unit_code)
                order by w.retry_at limit :most for update skip locked)
            update webhook w set retry_at = cast(cast(:until as text) as timestamptz)
            from due where w.unit_code = due.unit_code
            returning cast(row_to_json(w) as text)
            """;

    private static final String SETTLE = """
            update webhook set failures = :failures, last_failure = cast(:failure as text),
                retry_at = cast(cast(:retryAt as text) as timestamptz),
                disabled_at = cast(cast(:disabledAt as text) as timestamptz)
            where unit_code = :unit and key_version = :version
            """;

    /** Registers a unit's receiver or replaces it, with a new key; returns the key's version, 1 for the first. */
    public Uni<Integer> register(Mutiny.StatelessSession session, String unit, String url, String actor, Instant now) {
        return session.createNativeQuery(REGISTER, Integer.class)
                .setParameter("unit", unit)
                .setParameter("url", url)
                .setParameter("actor", actor)
                .setParameter("now", now.toString())
                .getSingleResult();
    }

    /** A unit's receiver; empty when it has none. */
    public Uni<Optional<Webhook>> find(Mutiny.StatelessSession session, String unit) {
        return session.createNativeQuery(ROW + "where unit_code = :unit", String.class)
                .setParameter("unit", unit)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(WebhookTable::read));
    }

    /** Every receiver; there are at most as many as units. */
    public Uni<List<Webhook>> all(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "webhook", "unit_code", Webhook.class);
    }

    /** Takes receivers that something waits for, until the given time. */
    public Uni<List<Webhook>> take(Mutiny.StatelessSession session, Instant now, Instant until, int most) {
        return session.createNativeQuery(TAKE, String.class)
                .setParameter("now", now.toString())
                .setParameter("until", until.toString())
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(WebhookTable::read).toList());
    }

    /** Notes how calls went; nothing when the unit registered anew meanwhile. */
    public Uni<Void> settle(Mutiny.StatelessSession session, Webhook webhook) {
        Instant disabledAt = webhook.disabledAt();
        return session.createNativeQuery(SETTLE)
                .setParameter("failures", webhook.failures())
                .setParameter("failure", webhook.lastFailure())
                .setParameter("retryAt", webhook.retryAt().toString())
                .setParameter("disabledAt", disabledAt == null ? null : disabledAt.toString())
                .setParameter("unit", webhook.unitCode())
                .setParameter("version", webhook.keyVersion())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Removes a unit's receiver and what waits for it; returns whether there was one. */
    public Uni<Boolean> delete(Mutiny.StatelessSession session, String unit) {
        return session.createNativeQuery("delete from webhook where unit_code = :unit")
                .setParameter("unit", unit)
                .executeUpdate()
                .map(rows -> rows > 0);
    }

    private static Webhook read(String row) {
        return JsonRows.read(row, Webhook.class);
    }
}
