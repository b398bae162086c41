package city.urbanops.dispatch.routing.persistence;

import city.urbanops.dispatch.persistence.JsonRows;
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
     * @param subject what it is about: a rule
     * @param message one sentence
     * @param raisedAt when
     */
    public record Alert(UUID alertId, String kind, String subject, String message, Instant raisedAt) {}

    /** Keeps them; nothing for an empty list. */
    public Uni<Void> add(Mutiny.StatelessSession session, List<Alert> alerts) {
        return JsonRows.insert(session, "dispatch_alert", alerts);
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
