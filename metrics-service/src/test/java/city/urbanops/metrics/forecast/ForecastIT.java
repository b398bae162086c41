package city.urbanops.metrics.forecast;

import static city.urbanops.metrics.RatesApi.soon;
import static city.urbanops.metrics.forecast.ForecastApi.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import city.urbanops.metrics.CaseStory;
import city.urbanops.metrics.forecast.application.CountRepeats;
import city.urbanops.metrics.forecast.application.FindHotspots;
import city.urbanops.metrics.forecast.application.UnitRecords;
import city.urbanops.metrics.forecast.application.WatchCity;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events to forecasts and warnings; each test has units, classes and places of its own. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class ForecastIT {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final String OWN = "urban-enforcement";

    @Inject
    UnitRecords records;

    @Inject
    FindHotspots hotspots;

    @Inject
    CountRepeats repeats;

    @Inject
    WatchCity city;

    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

    @Test
    void open_tasks_are_as_risky_as_the_record_of_their_unit_and_class_says() {
        // Given: of 90 past tasks 60 were handed back after an eighth of their limit, 30 late
        var past = Instant.now().minus(Duration.ofDays(10));
        record("forecast-unit", "E0788", past);
        var young = open("forecast-unit", "E0788", Duration.ofHours(3)).caseId();
        var old = open("forecast-unit", "E0788", Duration.ofHours(6)).caseId();
        open(OWN, "E0788", Duration.ofHours(3));
        var late = CaseStory.filed(probe, Instant.now().minus(Duration.ofHours(6)), "E0788", "450202007001001")
                .dispatched("forecast-unit")
                .handedBack();
        soon(() -> get("assessor", "forecast/at-risk?unit=" + OWN).body("items.unit", hasItem(OWN)));
        soon(() -> get("assessor", "cases/" + late.caseId() + "/figures").body("counted.sets", hasItem("handled")));
        records.renew().await().indefinitely();

        // Then: of those open after an eighth 30 of 90 were late, of those open after a half all
        get("assessor", "forecast/at-risk?unit=forecast-unit&withinHours=8")
                .body("items", hasSize(1))
                .body("items[0].due", equalTo(2))
                .body("items[0].expectedLate", equalTo(1.33f))
                .body("items[0].unknown", equalTo(0));
        get("assessor", "forecast/at-risk/cases?unit=forecast-unit&limit=1")
                .body("items.caseId", equalTo(List.of(old.toString())))
                .body("items[0].probability", equalTo(1.0f))
                .body("items[0].basis", equalTo("unit-and-class"))
                .body("items[0].tasks", equalTo(30));
        String next = get("assessor", "forecast/at-risk/cases?unit=forecast-unit&limit=1")
                .extract()
                .path("nextCursor");
        get("assessor", "forecast/at-risk/cases?unit=forecast-unit&limit=1&cursor=" + next)
                .body("items.caseId", equalTo(List.of(young.toString())))
                .body("items[0].probability", equalTo(0.3333f))
                .body("items[0].low", equalTo(0.2445f))
                .body("items[0].high", equalTo(0.4358f))
                .body("nextCursor", equalTo(null));

        // And: a lead sees the own unit's only
        get("lead", "forecast/at-risk").body("items.unit", equalTo(List.of(OWN)));
        get("lead", "forecast/at-risk/cases").body("items.unit", everyItem(equalTo(OWN)));
    }

    @Test
    void a_unit_that_will_miss_deadlines_is_warned_of_until_it_will_not() throws SQLException {
        // Given
        record("slow-unit", "E0789", Instant.now().minus(Duration.ofDays(10)));
        var open = new ArrayList<CaseStory>();
        for (int i = 0; i < 4; i++) {
            open.add(open("slow-unit", "E0789", Duration.ofHours(6)));
        }
        soon(() -> get("assessor", "forecast/at-risk?unit=slow-unit").body("items[0].due", equalTo(4)));
        records.renew().await().indefinitely();

        // When
        city.watch().await().indefinitely();
        city.watch().await().indefinitely();

        // Then
        get("assessor", "warnings?kind=AT_RISK&unit=slow-unit")
                .body("items", hasSize(1))
                .body("items[0].subject.unit", equalTo("slow-unit"))
                .body("items[0].value", equalTo(4.0f))
                .body("items[0].expected", equalTo(4.0f))
                .body("items[0].clearedAt", equalTo(null))
                .body("items[0].explanation", org.hamcrest.Matchers.startsWith("slow-unit has 4 tasks due by"))
                .body("items[0].explanationZh", org.hamcrest.Matchers.containsString("预计逾期 4.0 件"));
        get("lead", "warnings").body("items.subject.unit", everyItem(equalTo(OWN)));
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("urbanops_forecast_tasks{department=\"slow-unit\",figure=\"expected-late\"} 4.0")
                .contains("urbanops_warnings{kind=\"AT_RISK\"}");

        // When
        open.forEach(CaseStory::handedBack);
        soon(() -> get("assessor", "forecast/at-risk?unit=slow-unit").body("items", hasSize(0)));
        city.watch().await().indefinitely();
        get("assessor", "warnings?kind=AT_RISK&unit=slow-unit").body("items", hasSize(1));
        anHourPasses();
        city.watch().await().indefinitely();

        // Then: not at once, but when it was not found for a while
        get("assessor", "warnings?kind=AT_RISK&unit=slow-unit").body("items", hasSize(0));
        get("assessor", "warnings?state=cleared&unit=slow-unit")
                .body("items", hasSize(1))
                .body("items[0].clearedAt", not(equalTo(null)));
    }

    @Test
    void a_loud_day_stands_out_is_a_hotspot_and_ends_when_its_cases_turn_out_to_be_nothing() throws SQLException {
        // Given: two cases a day for twelve weeks at one place, and twenty more yesterday
        var grid = "450205009001001";
        var yesterday = LocalDate.now(CITY).minusDays(1);
        for (int back = 86; back >= 0; back--) {
            filed("E0799", grid, yesterday.minusDays(back), 10);
            filed("E0799", grid, yesterday.minusDays(back), 12);
        }
        var loud = new ArrayList<CaseStory>();
        for (int i = 0; i < 20; i++) {
            loud.add(filed("E0799", grid, yesterday, 14));
        }
        var trend = "forecast/trend?class=E0799&from=" + yesterday.minusDays(1);
        soon(() -> get("assessor", trend).body("items[1].count", equalTo(22)));

        // Then: told from the days before, and the same by class, by grid and by both
        for (var subject : List.of("class=E0799", "grid=" + grid, "class=E0799&grid=" + grid)) {
            get("assessor", "forecast/trend?" + subject + "&from=" + yesterday.minusDays(1))
                    .body("items", hasSize(2 + 14))
                    .body("items[0].count", equalTo(2))
                    .body("items[0].expected", equalTo(2.0f))
                    .body("items[0].flag", equalTo(null))
                    .body("items[1].date", equalTo(yesterday.toString()))
                    .body("items[1].count", equalTo(22))
                    .body("items[1].low", equalTo(0.0f))
                    .body("items[1].high", equalTo(6.0f))
                    .body("items[1].flag", equalTo("HIGH"))
                    .body("items[2].count", equalTo(null))
                    .body("error.flagged", org.hamcrest.Matchers.greaterThan(0.0f));
        }
        get("assessor", "forecast/backtest?class=E0799&from=" + yesterday.minusDays(2) + "&to=" + yesterday)
                .body("items", hasSize(1))
                .body("items[0].dayAhead.forecasts", equalTo(2))
                .body("items[0].dayAhead.mae", equalTo(0.0f))
                .body("items[0].dayAhead.coverage", equalTo(1.0f));
        get("assessor", "forecast/backtest?groupBy=class").body("items.key", hasItem("E0799"));

        // When
        hotspots.renew().await().indefinitely();
        repeats.turn().await().indefinitely();
        city.watch().await().indefinitely();

        // Then: 29 days of two and 22 in the window, today not yet; 58 days of two in the half year before
        get("assessor", "forecast/hotspots?class=E0799")
                .body("items", hasSize(1))
                .body("items[0].grid", equalTo(grid))
                .body("items[0].cases", equalTo(28 * 2 + 22))
                .body("items[0].expected", equalTo(19.33f))
                .body("items[0].rising", equalTo(true));
        get("assessor", "forecast/hotspots/cases?class=E0799&limit=200&grid=" + grid)
                .body("items", hasSize(28 * 2 + 22));
        get("lead", "forecast/hotspots?class=E0799").body("items", hasSize(0));
        get("assessor", "forecast/repeat-rate?groupBy=class&class=E0799")
                .body("withinDays", equalTo(30))
                .body("items[0].base", equalTo(87 * 2 + 20))
                .body("items[0].part", equalTo(87 * 2 + 20 - 1));
        assertThat(kinds("E0799")).containsExactlyInAnyOrder("ANOMALY", "HOTSPOT");

        // When: all of yesterday's are void
        loud.forEach(CaseStory::voided);
        soon(() -> get("assessor", trend).body("items[1].count", equalTo(2)));
        hotspots.renew().await().indefinitely();
        anHourPasses();
        city.watch().await().indefinitely();

        // Then: the place still has twice what its past of half a year lets expect, the day is an ordinary one
        assertThat(kinds("E0799")).containsExactly("HOTSPOT");
    }

    /** For the list of warnings. */
    private static void anHourPasses() throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("metrics");
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update warning set seen_at = seen_at - interval '1 hour' where cleared_at is null");
        }
    }

    private List<String> kinds(String classCode) {
        return get("assessor", "warnings?limit=1000")
                .extract()
                .jsonPath()
                .getList("items.findAll { it.subject.classCode == '" + classCode + "' }.kind");
    }

    /** 60 tasks handed back an hour after dispatch, 30 after their deadline of eight hours. */
    private void record(String unit, String classCode, Instant start) {
        UUID last = null;
        for (int i = 0; i < 90; i++) {
            var story =
                    CaseStory.filed(probe, start, classCode, "450202007001001").dispatched(unit);
            last = (i < 60 ? story : story.overdue()).handedBack().caseId();
        }
        var caseId = last;
        soon(() -> get("assessor", "cases/" + caseId + "/figures").body("counted.sets", hasItem("handled-late")));
    }

    /** Filed that long ago, dispatched two hours later, due eight hours after that. */
    private CaseStory open(String unit, String classCode, Duration ago) {
        return CaseStory.filed(probe, Instant.now().minus(ago), classCode, "450202007001001")
                .dispatched(unit);
    }

    private CaseStory filed(String classCode, String grid, LocalDate day, int hour) {
        return CaseStory.filed(probe, day.atTime(hour, 0).atZone(CITY).toInstant(), classCode, grid);
    }
}
