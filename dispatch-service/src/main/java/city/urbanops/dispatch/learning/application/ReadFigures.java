package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.config.LearningConfig;
import city.urbanops.dispatch.learning.domain.Grouping;
import city.urbanops.dispatch.learning.persistence.DispatchFigures;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much is dispatched by itself, and how often the first unit was the right one. */
@Singleton
public class ReadFigures {

    /** A year and the leap day: longer is a matter of metrics. */
    private static final int MOST_DAYS = 366;

    private final Transactions transactions;
    private final DispatchFigures figures;
    private final LearningConfig config;
    private final Clock clock;

    ReadFigures(Transactions transactions, DispatchFigures figures, LearningConfig config, Clock clock) {
        this.transactions = transactions;
        this.figures = figures;
        this.config = config;
        this.clock = clock;
    }

    /**
     * One group of cases.
     *
     * @param key the Monday of the week, the class, the rule or model, or {@code all}
     * @param cases cases decided about for the first time
     * @param automatic of these, dispatched by themselves
     * @param coverage automatic ÷ cases, 0–1
     * @param dispatched of all, given to a unit until now
     * @param firstDispatchAccuracy of the dispatched, the share never given to another unit; absent on a zero base
     * @param accuracyOfAutomatic the same of those dispatched by themselves
     * @param byModel of the automatic, decided by a learned model
     * @param accuracyOfModel the same of those
     */
    public record Group(
            String key,
            long cases,
            long automatic,
            @Nullable Double coverage,
            long dispatched,
            @Nullable Double firstDispatchAccuracy,
            @Nullable Double accuracyOfAutomatic,
            long byModel,
            @Nullable Double accuracyOfModel) {

        static Group of(DispatchFigures.Row row) {
            return new Group(
                    Objects.requireNonNullElse(row.key(), "?"),
                    row.cases(),
                    row.automatic(),
                    share(row.automatic(), row.cases()),
                    row.dispatched(),
                    share(row.rightAtFirst(), row.dispatched()),
                    share(row.automaticRight(), row.automatic()),
                    row.byModel(),
                    share(row.byModelRight(), row.byModel()));
        }

        private static @Nullable Double share(long part, long whole) {
            return whole == 0 ? null : (double) part / whole;
        }
    }

    /** Figures of a period, {@code from} inclusive, {@code to} exclusive, days of the city's zone. */
    public record Figures(LocalDate from, LocalDate to, String groupBy, double wantedAccuracy, List<Group> items) {
        public Figures {
            items = List.copyOf(items);
        }
    }

    /** Counts a period, in an area and below it (empty for the whole city); by default the last weeks until today. Fails with 400 for one that is none or too long. */
    public Uni<Figures> of(
            String areaPrefix, Grouping grouping, @Nullable LocalDate wantedFrom, @Nullable LocalDate wantedTo) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        LocalDate to = wantedTo == null ? today.plusDays(1) : wantedTo;
        LocalDate from = wantedFrom == null ? to.minusDays(config.watchDays()) : wantedFrom;
        if (!from.isBefore(to)) {
            throw new ProblemException(Problem.invalid("to", "must lie after from"));
        }
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new ProblemException(Problem.invalid("from", "lies more than a year before to"));
        }
        return transactions
                .read(session -> figures.count(
                        session,
                        areaPrefix,
                        grouping,
                        from.atStartOfDay(clock.getZone()).toInstant(),
                        to.atStartOfDay(clock.getZone()).toInstant(),
                        clock.getZone()))
                .map(rows -> new Figures(
                        from,
                        to,
                        grouping.name().toLowerCase(java.util.Locale.ROOT),
                        config.wantedAccuracy(),
                        rows.stream().map(Group::of).toList()));
    }
}
