package city.urbanops.dispatch.routing.persistence;

import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people who keep the rules should look at; only ever added to. */
@Singleton
public class Alerts {

    private static final String NEWEST = """
            select cast(row_to_json(a) as text) from (
                select * from dispatch_alert order by raised_at desc, alert_id desc limit :most) a
            """;

    /**
     * One alert.
     *
     * @param alertId its id
     * @param kind what happened, for example {@code RULE_OF_DISSOLVED_UNIT}
     * @param subject what it is about: a rule or a learned model
     * @param message one sentence
     * @param raisedAt when
     */
    public record Alert(UUID alertId, String kind, String subject, String message, Instant raisedAt) {}

    /** Keeps them; nothing for an empty list. */
    public Uni<Void> add(Mutiny.StatelessSession session, List<Alert> alerts) {
        return JsonRows.insert(session, "dispatch_alert", alerts);
    }

    /** Keeps one unless the same kind was raised about the same subject before; returns whether it was kept. */
    public Uni<Boolean> addUnlessKnown(Mutiny.StatelessSession session, Alert alert) {
        return session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext('dispatch_alert'))", Integer.class)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(
                                "select count(*) from dispatch_alert where kind = :kind and subject = :subject",
                                Long.class)
                        .setParameter("kind", alert.kind())
                        .setParameter("subject", alert.subject())
                        .getSingleResult())
                .chain(known -> known > 0
                        ? Uni.createFrom().item(false)
                        : add(session, List.of(alert)).replaceWith(true));
    }

    /** The newest first. */
    public Uni<List<Alert>> newest(Mutiny.StatelessSession session, int most) {
        return session.createNativeQuery(NEWEST, String.class)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, Alert.class))
                        .toList());
    }
}
