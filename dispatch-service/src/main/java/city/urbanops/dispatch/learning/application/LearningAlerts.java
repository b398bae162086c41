package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.routing.persistence.Alerts;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Tells what people who answer for the models should look at, where alerts about rules are told. */
@Singleton
class LearningAlerts {

    private static final Logger LOG = Logger.getLogger(LearningAlerts.class);

    private final OwnContext contexts;
    private final Transactions transactions;
    private final Alerts alerts;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry meters;

    LearningAlerts(
            OwnContext contexts, Transactions transactions, Alerts alerts, Ids ids, Clock clock, MeterRegistry meters) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.alerts = alerts;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /** What happened to a model. */
    enum Kind {
        /** Its stored bytes are no model of this software. */
        MODEL_UNREADABLE,
        /** It decides by itself only from a higher confidence on. */
        MODEL_THRESHOLD_RAISED,
        /** It suggests only. */
        MODEL_STOPPED,
        /** It was trained and is not good enough to take over. */
        MODEL_REFUSED
    }

    /** Raises it in a transaction of its own; that a model cannot be read is told once. */
    Uni<Void> raise(Kind kind, String subject, String message) {
        return contexts.run(() -> transactions.write(session -> raise(session, kind, subject, message)));
    }

    /** The same in the caller's transaction. */
    Uni<Void> raise(Mutiny.StatelessSession session, Kind kind, String subject, String message) {
        Alerts.Alert alert = new Alerts.Alert(ids.next(), kind.name(), subject, message, clock.instant());
        Uni<Boolean> kept = kind == Kind.MODEL_UNREADABLE
                ? alerts.addUnlessKnown(session, alert)
                : alerts.add(session, List.of(alert)).replaceWith(true);
        return kept.invoke(added -> {
                    if (added) {
                        LOG.warn(message);
                        meters.counter("urbanops.dispatch.alerts", "kind", kind.name())
                                .increment();
                    }
                })
                .replaceWithVoid();
    }
}
