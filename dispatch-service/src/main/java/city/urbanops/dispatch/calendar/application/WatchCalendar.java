package city.urbanops.dispatch.calendar.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.routing.persistence.Alerts;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Tells in time that a year's calendar is missing: as an alert, once for each year, and as a gauge for as long as it is. */
@Singleton
public class WatchCalendar {

    private static final Logger LOG = Logger.getLogger(WatchCalendar.class);
    private static final String KIND = "CALENDAR_MISSING";

    private final OwnContext contexts;
    private final Transactions transactions;
    private final Alerts alerts;
    private final CurrentCity city;
    private final MissingYears missing;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry meters;

    WatchCalendar(
            OwnContext contexts,
            Transactions transactions,
            Alerts alerts,
            CurrentCity city,
            MissingYears missing,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.alerts = alerts;
        this.city = city;
        this.missing = missing;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    @Startup
    void register() {
        Gauge.builder(
                        "urbanops.dispatch.calendar.missing",
                        this,
                        self -> self.city.isLoaded() ? self.missing.now().size() : Double.NaN)
                .description("years whose holidays should be known by now and are not")
                .register(meters);
    }

    @Scheduled(every = "${urbanops.calendars.watch-every:10m}", delayed = "30s")
    Uni<Void> watch() {
        return look().replaceWithVoid();
    }

    /** Looks once; returns how many alerts were raised: none where it was told before, by any replica. */
    public Uni<Integer> look() {
        return city.whenLoaded().chain(() -> {
            List<Integer> years = missing.now();
            return years.isEmpty()
                    ? Uni.createFrom().item(0)
                    : contexts.run(() -> transactions.write(session -> raise(session, years)));
        });
    }

    private Uni<Integer> raise(Mutiny.StatelessSession session, List<Integer> years) {
        Uni<Integer> raised = Uni.createFrom().item(0);
        for (int year : years) {
            raised = raised.chain(before -> raise(session, year).map(added -> before + (added ? 1 : 0)));
        }
        return raised;
    }

    private Uni<Boolean> raise(Mutiny.StatelessSession session, int year) {
        String message = "The calendar does not know %d: deadlines that reach into it count every weekday as worked."
                .formatted(year);
        return alerts.addUnlessKnown(
                        session, new Alerts.Alert(ids.next(), KIND, String.valueOf(year), message, clock.instant()))
                .invoke(added -> {
                    if (added) {
                        LOG.warn(message);
                        meters.counter("urbanops.dispatch.alerts", "kind", KIND).increment();
                    }
                });
    }
}
