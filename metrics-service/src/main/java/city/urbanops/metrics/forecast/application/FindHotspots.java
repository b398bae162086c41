package city.urbanops.metrics.forecast.application;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.forecast.application.PlaceCounts.After;
import city.urbanops.metrics.forecast.application.PlaceCounts.Days;
import city.urbanops.metrics.forecast.application.PlaceCounts.PlaceCase;
import city.urbanops.metrics.forecast.application.PlaceCounts.Row;
import city.urbanops.metrics.forecast.domain.Hotspot;
import city.urbanops.metrics.forecast.domain.Hotspot.Counts;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds places where the same comes again and again. All places are counted in the background, which reads the facts of seven months; what
 * is asked is answered from that, so figures are some minutes old.
 */
@Singleton
public class FindHotspots {

    private final Transactions transactions;
    private final Rounds rounds;
    private final PlaceCounts places;
    private final CityDays days;
    private final ForecastConfig config;
    private final Kept<Counted> kept = new Kept<>(this::count);

    FindHotspots(Transactions transactions, Rounds rounds, PlaceCounts places, CityDays days, ForecastConfig config) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.places = places;
        this.days = days;
        this.config = config;
    }

    private record Counted(List<Row> rows, Days days, Instant at) {}

    /**
     * Which places.
     *
     * @param byClass each class of a place by itself, or all together
     * @param unit only this unit's cases are counted, if present
     * @param areaPrefix only areas whose code starts with this, if present
     * @param classCode only this class, if present
     * @param leastCases of the window
     */
    public record Query(
            boolean byClass,
            Optional<String> unit,
            Optional<String> areaPrefix,
            Optional<String> classCode,
            int leastCases) {}

    /**
     * What was found.
     *
     * @param places the most surprising first
     * @param days what was compared
     * @param at when they were counted
     */
    public record Found(List<Hotspot> places, Days days, Instant at) {}

    /** All places of the query. */
    public Uni<Found> find(Query query) {
        return kept.get().map(counted -> new Found(places(counted.rows(), query), counted.days(), counted.at()));
    }

    /** The cases of one place in the window, by date and id, at most so many. */
    public Uni<List<PlaceCase>> cases(
            String areaCode, Optional<String> classCode, Optional<String> unit, Optional<After> after, int limit) {
        return transactions.read(session -> places.cases(session, areaCode, classCode, unit, period(), after, limit));
    }

    /** Reads anew; what was known serves until that is done. */
    @Scheduled(
            every = "${urbanops.forecast.places-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> renew() {
        return rounds.run("places", kept::renew);
    }

    private Uni<Counted> count() {
        var period = period();
        var at = days.now();
        return transactions
                .read(session -> places.of(session, period))
                .map(rows -> new Counted(List.copyOf(rows), period, at));
    }

    private Days period() {
        var end = days.today().plusDays(1);
        var window = end.minusDays(config.hotspotDays());
        return new Days(window.minusDays(config.hotspotPastDays()), window, end);
    }

    private List<Hotspot> places(List<Row> rows, Query query) {
        Map<String, Counts> sums = new HashMap<>();
        for (var row : rows) {
            if (matches(row, query)) {
                var classCode = query.byClass() ? row.classCode() : null;
                sums.merge(
                        row.areaCode() + '/' + classCode,
                        new Counts(row.areaCode(), classCode, row.recent(), row.past()),
                        (one, other) -> new Counts(
                                one.areaCode(),
                                one.classCode(),
                                one.recent() + other.recent(),
                                one.past() + other.past()));
            }
        }
        var rule = config.hotspot();
        return Hotspot.of(
                List.copyOf(sums.values()),
                new Hotspot.Rule(query.leastCases(), rule.windowDays(), rule.pastDays(), rule.risingSigmas()));
    }

    private static boolean matches(Row row, Query query) {
        return query.unit().map(row.unit()::equals).orElse(true)
                && query.areaPrefix().map(row.areaCode()::startsWith).orElse(true)
                && query.classCode().map(row.classCode()::equals).orElse(true);
    }
}
