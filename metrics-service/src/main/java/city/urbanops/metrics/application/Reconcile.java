package city.urbanops.metrics.application;

import city.urbanops.metrics.application.ShadowTables.Comparison;
import city.urbanops.metrics.domain.CaseSet;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Shows that what is served is what intake and dispatch said: counts the log anew beside the tables that serve, compares, and changes
 * nothing. Events of the last moment may be on one side only while the city works.
 */
@Singleton
public class Reconcile {

    private final Rebuild rebuild;
    private final ShadowTables shadow;
    private final Totals totals;
    private final Clock clock;
    private final AtomicReference<Optional<Reconciliation>> last = new AtomicReference<>(Optional.empty());

    Reconcile(Rebuild rebuild, ShadowTables shadow, Totals totals, Clock clock) {
        this.rebuild = rebuild;
        this.shadow = shadow;
        this.totals = totals;
        this.clock = clock;
    }

    /**
     * Both sides.
     *
     * @param equal nothing differs, to the last register of the last case
     * @param facts cases the log tells of
     * @param differingFacts cases that are not the same on both sides
     * @param unknownFacts cases that serve and the log does not know
     * @param differingRollups sums that are not the same on both sides
     * @param parkedEvents events set aside, which neither side counts
     * @param parkedCases cases they are about
     * @param items cases by what they count as
     */
    public record Reconciliation(
            Instant asOf,
            boolean equal,
            long facts,
            long differingFacts,
            long unknownFacts,
            long differingRollups,
            long parkedEvents,
            long parkedCases,
            List<Line> items) {

        static Reconciliation of(Comparison compared, Totals.Three totals, Instant asOf) {
            var lines = Arrays.stream(CaseSet.values())
                    .map(set -> new Line(
                            set.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            totals.log().of(set),
                            totals.facts().of(set),
                            totals.dashboards().of(set)))
                    .toList();
            return new Reconciliation(
                    asOf,
                    compared.differingFacts() == 0
                            && compared.unknownFacts() == 0
                            && compared.differingRollups() == 0
                            && lines.stream().allMatch(Line::equal),
                    compared.facts(),
                    compared.differingFacts(),
                    compared.unknownFacts(),
                    compared.differingRollups(),
                    totals.parkedEvents(),
                    totals.parkedCases(),
                    lines);
        }
    }

    /**
     * Cases of one set.
     *
     * @param set for example {@code closed-in-time}
     * @param log by the log
     * @param facts by the facts that serve
     * @param dashboards by the sums dashboards read
     */
    public record Line(String set, long log, long facts, long dashboards) {

        public boolean equal() {
            return log == facts && facts == dashboards;
        }
    }

    /** Starts one; absent while a rebuild or another reading of the log runs. */
    public Optional<Rebuild.Progress> start() {
        return rebuild.look(clock.instant(), this::reconcile);
    }

    /** The last one that came to its end, here. */
    public Optional<Reconciliation> last() {
        return Objects.requireNonNull(last.get());
    }

    private Uni<Object> reconcile(Mutiny.StatelessSession session) {
        return shadow.compare(session)
                .chain(compared -> totals.of(session).map(three -> Reconciliation.of(compared, three, clock.instant())))
                .invoke(found -> last.set(Optional.of(found)))
                .map(found -> found);
    }
}
