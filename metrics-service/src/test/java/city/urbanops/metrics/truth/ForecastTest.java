package city.urbanops.metrics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.CalendarDay.Kind;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.metrics.forecast.domain.BackTest;
import city.urbanops.metrics.forecast.domain.DailySeries;
import city.urbanops.metrics.forecast.domain.DayKinds;
import city.urbanops.metrics.forecast.domain.Hotspot;
import city.urbanops.metrics.forecast.domain.Method;
import city.urbanops.metrics.forecast.domain.Outcomes;
import city.urbanops.metrics.forecast.domain.RiskErrors;
import city.urbanops.metrics.forecast.domain.RiskTable;
import city.urbanops.metrics.forecast.domain.Trend;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The forecasts against nine months of Boston's 311 cases, day after day and task after task, none of which they had seen (ADR 0078). */
class ForecastTest {

    private static final Logger LOG = Logger.getLogger(ForecastTest.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String CASES = "boston311_2015/cases_2015_q1_q3.csv.gz";
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final LocalDate END = LocalDate.of(2015, 10, 1);

    /** Twelve weeks are learned from before the first forecast. */
    private static final LocalDate TESTED = FIRST.plusDays(84);

    /** Rarer types are no series. */
    private static final int LEAST_CASES = 100;

    /** The days the city's offices were closed. */
    private static final DayKinds BOSTON = new DayKinds(WorkingCalendar.standard(
            ZoneOffset.UTC,
            Stream.of("01-01", "01-19", "02-16", "04-20", "05-25", "07-03", "09-07")
                    .map(day -> new CalendarDay(LocalDate.parse("2015-" + day), Kind.HOLIDAY, ""))
                    .toList()));

    @Test
    void daily_counts_of_the_city_its_districts_and_its_types_beat_last_week_and_keep_to_their_band()
            throws IOException {
        // Given
        var rows = RealData.rows(CASES);

        // Then
        check("city", series(rows, row -> "all"), 0.92, 0.02);
        check("districts", series(rows, row -> row.get("pwd_district")), 0.93, 0.02);
        check("types", series(rows, row -> row.get("type")), 0.95, 0.01);
    }

    private static void check(String name, List<DailySeries> series, double leastCoverage, double mostFlagged) {
        var day = BackTest.ahead(series, TESTED, 1, BOSTON, Method.STANDARD).orElseThrow();
        var fortnight = BackTest.ahead(series, TESTED, Trend.HORIZON_DAYS, BOSTON, Method.STANDARD)
                .orElseThrow();
        LOG.infof("%s: %d series", name, series.size());
        log("day ahead", day);
        log("fortnight", fortnight);
        for (var errors : List.of(day, fortnight)) {
            assertThat(errors.mae()).isLessThan(0.9 * errors.naiveMae());
            assertThat(errors.wape()).isLessThan(errors.naiveWape());
            assertThat(errors.coverage()).isBetween(leastCoverage, 0.99);
            assertThat(errors.flagged()).isLessThan(mostFlagged);
        }
    }

    private static void log(String name, BackTest.Errors errors) {
        LOG.infof(String.format(
                Locale.ROOT,
                "  %s: %d forecasts, MAE %.2f (naive %.2f), WAPE %.3f (naive %.3f), in the band %.3f, flagged %.4f",
                name,
                errors.days(),
                errors.mae(),
                errors.naiveMae(),
                errors.wape(),
                errors.naiveWape(),
                errors.coverage(),
                errors.flagged()));
    }

    @Test
    void late_tasks_of_the_third_quarter_are_told_better_than_by_the_base_rate() throws IOException {
        // Given: whose deadline had passed when the data were drawn
        var rows = RealData.rows(CASES).stream()
                .filter(row -> !row.get("target_dt").isEmpty())
                .toList();
        var drawn = rows.stream()
                .map(row -> row.get("closed_dt"))
                .filter(closed -> !closed.isEmpty())
                .filter(closed -> closed.compareTo("2015-10-01") < 0)
                .max(String::compareTo)
                .orElseThrow();
        var known = rows.stream()
                .filter(row -> row.get("target_dt").compareTo(drawn) <= 0)
                .toList();
        var half = "2015-07-01";
        var learned = RiskTable.of(outcomes(known, row -> row.get("target_dt").compareTo(half) < 0), 30);

        // When
        var errors = RiskErrors.of(
                        learned, outcomes(known, row -> row.get("open_dt").compareTo(half) >= 0))
                .orElseThrow();

        // Then
        LOG.infof("at risk: %s", errors);
        assertThat(errors.questions()).isGreaterThan(50_000);
        assertThat(errors.brier()).isLessThan(0.85 * errors.brierOfBaseRate());
        assertThat(errors.expectedLate() / errors.late()).isBetween(0.75, 1.25);
    }

    @Test
    void places_that_rose_go_on_to_have_more_than_their_past() throws IOException {
        // Given: places to about a hundred metres; the default position of the source is none
        var counts = new HashMap<String, long[]>();
        var window = END.minusDays(60);
        var next = END.minusDays(30);
        for (var row : RealData.rows(CASES)) {
            var lat = row.get("latitude");
            var lon = row.get("longitude");
            if (lat.isEmpty() || lat.startsWith("42.3594")) {
                continue;
            }
            var day = LocalDate.parse(row.get("open_dt").substring(0, 10));
            var place = lat.substring(0, Math.min(6, lat.length())) + "," + lon.substring(0, Math.min(7, lon.length()))
                    + "/" + row.get("type");
            counts.computeIfAbsent(place, fresh -> new long[3])[
                    day.isBefore(window) ? 0 : day.isBefore(next) ? 1 : 2]++;
        }
        var pastDays = (int) java.time.temporal.ChronoUnit.DAYS.between(FIRST, window);
        var places = counts.entrySet().stream()
                .map(one -> new Hotspot.Counts(one.getKey(), null, one.getValue()[1], one.getValue()[0]))
                .toList();

        // When
        var hotspots = Hotspot.of(places, new Hotspot.Rule(3, 30, pastDays, 1.96));

        // Then: the month after, which nobody had seen
        var rising = hotspots.stream().filter(Hotspot::rising).toList();
        var expected = rising.stream().mapToDouble(Hotspot::expected).sum();
        var came = rising.stream()
                .mapToLong(place -> Objects.requireNonNull(counts.get(place.areaCode()))[2])
                .sum();
        var had = rising.stream().mapToLong(Hotspot::recent).sum();
        LOG.infof(
                "hotspots: %d places of %d, %d rising; these had %d cases in the window, %.1f expected by their past, %d came in the next",
                hotspots.size(), places.size(), rising.size(), had, expected, came);
        assertThat(rising).hasSizeGreaterThan(20);
        assertThat((double) came).isGreaterThan(1.5 * expected);
    }

    private static List<RiskTable.Row> outcomes(
            List<Map<String, String>> rows, java.util.function.Predicate<Map<String, String>> wanted) {
        var found = new ArrayList<RiskTable.Row>();
        for (var row : rows) {
            if (wanted.test(row)) {
                found.add(new RiskTable.Row(row.get("department"), row.get("type"), outcome(row)));
            }
        }
        return found;
    }

    private static Outcomes outcome(Map<String, String> row) {
        var opened = time(row.get("open_dt"));
        var due = time(row.get("target_dt"));
        if (row.get("closed_dt").isEmpty() || time(row.get("closed_dt")).isAfter(due)) {
            return Outcomes.late(1);
        }
        var used = Duration.between(opened, time(row.get("closed_dt"))).toSeconds();
        var limit = Duration.between(opened, due).toSeconds();
        return Outcomes.inTime((int) Math.max(0, Math.min(9, limit == 0 ? 9 : Math.floorDiv(10 * used, limit))), 1);
    }

    private static List<DailySeries> series(List<Map<String, String>> rows, Function<Map<String, String>, String> key) {
        var days = new HashMap<String, Map<LocalDate, Long>>();
        for (var row : rows) {
            days.computeIfAbsent(key.apply(row), fresh -> new HashMap<>())
                    .merge(LocalDate.parse(row.get("open_dt").substring(0, 10)), 1L, Long::sum);
        }
        return days.values().stream()
                .filter(byDay ->
                        byDay.values().stream().mapToLong(Long::longValue).sum() >= LEAST_CASES)
                .map(byDay -> DailySeries.of(FIRST, END, byDay))
                .toList();
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text, TIME);
    }
}
