package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.city.persistence.RuleSwitches;
import city.urbanops.dispatch.routing.persistence.Alerts;
import city.urbanops.kit.ids.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Takes rules out of service, and tells: in the log, as a metric, and as a row that is listed. Storing a new matrix puts them back. */
@Singleton
public class SwitchOffRules {

    private static final Logger LOG = Logger.getLogger(SwitchOffRules.class);

    private final RuleSwitches switches;
    private final Alerts alerts;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry meters;

    SwitchOffRules(RuleSwitches switches, Alerts alerts, Ids ids, Clock clock, MeterRegistry meters) {
        this.switches = switches;
        this.alerts = alerts;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /** Why rules are switched off. */
    public enum Cause {
        /** The unit they lead to is no longer there. */
        RULE_OF_DISSOLVED_UNIT,
        /** Units keep giving back or passing on what they send. */
        RULE_TOO_OFTEN_WRONG
    }

    /**
     * Switches rules off in the caller's transaction, which holds the city's lock.
     *
     * @param reasons one sentence for each rule that decides until now
     */
    public Uni<Void> of(Mutiny.StatelessSession session, Cause cause, Map<String, String> reasons) {
        if (reasons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        List<Alerts.Alert> rows = reasons.entrySet().stream()
                .map(one -> new Alerts.Alert(
                        ids.next(),
                        cause.name(),
                        one.getKey(),
                        "Rule %s is switched off: %s".formatted(one.getKey(), one.getValue()),
                        now))
                .toList();
        return switches.off(session, reasons)
                .chain(() -> alerts.add(session, rows))
                .invoke(() -> rows.forEach(this::tell));
    }

    private void tell(Alerts.Alert alert) {
        LOG.warn(alert.message());
        meters.counter("urbanops.dispatch.alerts", "kind", alert.kind()).increment();
    }
}
