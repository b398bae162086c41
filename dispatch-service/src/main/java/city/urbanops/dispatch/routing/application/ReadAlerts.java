package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.routing.persistence.Alerts;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people who keep the rules should look at. */
@Singleton
public class ReadAlerts {

    private static final int MOST = 200;

    private final Transactions transactions;
    private final Alerts alerts;

    ReadAlerts(Transactions transactions, Alerts alerts) {
        this.transactions = transactions;
        this.alerts = alerts;
    }

    /** Alerts, the newest first. */
    public record Listed(List<Item> items) {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /** One alert: what kind, about which rule, in one sentence, since when. */
    public record Item(UUID alertId, String kind, String subject, String message, Instant raisedAt) {}

    /** The newest two hundred. */
    public Uni<Listed> newest() {
        return transactions
                .read(session -> alerts.newest(session, MOST))
                .map(rows -> new Listed(rows.stream()
                        .map(row -> new Item(row.alertId(), row.kind(), row.subject(), row.message(), row.raisedAt()))
                        .toList()));
    }
}
