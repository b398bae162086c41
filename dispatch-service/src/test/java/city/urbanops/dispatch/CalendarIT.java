package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.dispatch.calendar.application.WatchCalendar;
import city.urbanops.dispatch.city.application.StartWithCity;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator adds and corrects years of the calendar while cases come in. After each test it is as it was shipped. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class CalendarIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    StartWithCity start;

    @Inject
    WatchCalendar watch;

    private final LocalDate today = LocalDate.now(ZONE);
    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        soon(() -> assertThat(years().statusCode()).isEqualTo(200));
    }

    /** The shipped calendar again, for those who share it. */
    @AfterEach
    void restore() throws SQLException {
        probe.close();
        Tables.change("update reference_version set version = 'default-city-older' where name = 'calendar'");
        start.seedAndLoad().await().atMost(Duration.ofSeconds(20));
    }

    @Test
    void a_corrected_year_counts_for_the_next_task_and_leaves_given_deadlines_alone() {
        // Given
        FiledCaseStory before = FiledCaseStory.filed(probe, "P0101");
        UUID older = before.taskId();
        String due = task(older).path("dueAt");

        // When
        storeWithNextDaysOff(20);

        // Then
        FiledCaseStory after = FiledCaseStory.filed(probe, "P0101");
        Instant dueLater = Instant.parse(
                after.last(CaseEvents.TASK_DISPATCHED).get("dueAt").asText());
        assertThat(LocalDate.ofInstant(dueLater, ZONE)).isAfter(today.plusDays(20));
        assertThat(task(older).<String>path("dueAt")).isEqualTo(due);
    }

    @Test
    void a_suspended_task_that_resumes_is_reckoned_by_the_calendar_of_then() {
        // Given
        UUID taskId = FiledCaseStory.filed(probe, "P0101").taskId();
        DeskApi water = DeskApi.as("water");
        assertThat(water.act(taskId, "sign", Map.of()).statusCode()).isEqualTo(200);
        Map<String, String> until =
                Map.of("until", Instant.now().plus(Duration.ofDays(2)).toString());
        assertThat(water.act(taskId, "suspend", until).statusCode()).isEqualTo(200);
        storeWithNextDaysOff(20);

        // When
        Response resumed = water.act(taskId, "resume", Map.of());

        // Then
        assertThat(resumed.statusCode()).as(resumed.asString()).isEqualTo(200);
        assertThat(LocalDate.ofInstant(Instant.parse(resumed.path("dueAt")), ZONE))
                .isAfter(today.plusDays(20));
    }

    @Test
    void the_calendar_lists_years_with_their_days_and_versions() {
        // Given
        int next = today.getYear() + 1;

        // When
        Response stored = put(next, year(next, List.of()));

        // Then
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(200);
        String version = stored.path("version");
        assertThat(years().<String>path("version")).isEqualTo(version);
        assertThat(years().<List<Integer>>path("years.year")).contains(2025, 2026, next);
        assertThat(DeskApi.as("water").get("/calendars/{year}", next).<List<String>>path("daysOff.date"))
                .hasSize(12)
                .contains(next + "-01-01");
        assertThat(DeskApi.as("admin").get("/calendars/versions").<String>path("items[0].version"))
                .isEqualTo(version);
        assertThat(put(next, year(next, List.of())).<Boolean>path("stored"))
                .as("the same again is no new version")
                .isFalse();
        assertThat(DeskApi.as("water").get("/calendars/{year}", 1999).statusCode())
                .isEqualTo(404);
    }

    @Test
    void wrong_days_are_refused_by_path_and_nothing_is_stored() {
        // Given
        String version = years().path("version");

        // When
        Response refused = put(
                2027,
                Map.of(
                        "daysOff", days(List.of("2027-01-01", "2028-01-01")),
                        "makeUpDays", days(List.of("2027-01-01"))));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.field"))
                .contains("daysOff", "daysOff[1].date", "makeUpDays[0].date");
        assertThat(put(20270, year(2027, List.of())).<List<String>>path("errors.field"))
                .contains("year");
        assertThat(put(2027, Map.of("daysOff", days(List.of("tomorrow")))).statusCode())
                .isEqualTo(400);
        assertThat(put(2027, Map.of("days", List.of())).statusCode()).isEqualTo(400);
        assertThat(put(2027, Map.of("daysOff", List.of(Map.of("name", "no date"))))
                        .statusCode())
                .isEqualTo(400);
        assertThat(years().<String>path("version")).isEqualTo(version);
    }

    @Test
    void only_administrators_change_the_calendar() {
        for (String user : List.of("dispatcher", "water", "assessor")) {
            assertThat(given().auth()
                            .oauth2(Tokens.of(user))
                            .contentType(ContentType.JSON)
                            .body(year(2027, List.of()))
                            .put("/api/v1/calendars/2027")
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(given().get("/api/v1/calendars").statusCode()).isEqualTo(401);
    }

    @Test
    void a_deadline_in_a_year_nobody_knows_is_computed_by_weekdays_and_says_so() throws SQLException {
        // Given
        Tables.change("delete from calendar_day");
        Tables.change(
                "update reference_version set version = 'calendar-none', stored_at = now() where name = 'calendar'");
        soon(() -> assertThat(years().<String>path("version")).isEqualTo("calendar-none"));

        // When
        FiledCaseStory unknown = FiledCaseStory.filed(probe, "P0101");

        // Then
        unknown.taskId();
        assertThat(provisional(unknown)).isTrue();
        storeWithNextDaysOff(0);
        FiledCaseStory known = FiledCaseStory.filed(probe, "P0101");
        known.taskId();
        assertThat(provisional(known)).isFalse();
    }

    @Test
    void a_missing_year_is_told_once_however_many_look_and_is_measured_until_it_is_known() throws SQLException {
        // Given
        String next = String.valueOf(today.getYear() + 1);
        Tables.change("delete from dispatch_alert where kind = 'CALENDAR_MISSING'");

        // When
        int raised = Uni.join()
                .all(IntStream.range(0, 4).mapToObj(i -> watch.look()).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20))
                .stream()
                .mapToInt(Integer::intValue)
                .sum();

        // Then
        assertThat(raised).isEqualTo(1);
        assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/alerts")
                        .<List<String>>path("items.findAll { it.kind == 'CALENDAR_MISSING' }.subject"))
                .containsExactly(next);
        assertThat(years().<List<Integer>>path("missing")).containsExactly(Integer.valueOf(next));
        assertThat(gauge()).contains("urbanops_dispatch_calendar_missing 1.0");
        storeWithNextDaysOff(0);
        assertThat(gauge()).contains("urbanops_dispatch_calendar_missing 0.0");
        assertThat(years().<List<Integer>>path("missing")).isEmpty();
    }

    @Test
    void a_newer_release_brings_new_years_and_leaves_corrected_ones() throws SQLException {
        // Given
        assertThat(put(today.getYear() + 1, year(today.getYear() + 1, List.of()))
                        .statusCode())
                .isEqualTo(200);
        Tables.change("delete from calendar_day where day < date '2026-01-01'");

        // When
        start.seedAndLoad().await().atMost(Duration.ofSeconds(20));

        // Then
        assertThat(years().<List<Integer>>path("years.year")).contains(2025, today.getYear() + 1);
        assertThat(DeskApi.as("water")
                        .get("/calendars/{year}", today.getYear() + 1)
                        .<List<String>>path("daysOff"))
                .hasSize(12);
    }

    /** Stores this year and the next so that the coming days are off. */
    private void storeWithNextDaysOff(int count) {
        List<LocalDate> coming =
                IntStream.rangeClosed(0, count).mapToObj(today::plusDays).toList();
        for (int year : List.of(today.getYear(), today.getYear() + 1)) {
            Response stored = put(year, year(year, count == 0 ? List.of() : coming));
            assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(200);
        }
    }

    /** A year with twelve days in January off, and others. */
    private static Map<String, Object> year(int year, List<LocalDate> others) {
        TreeSet<String> dates = new TreeSet<>();
        Stream.concat(
                        IntStream.rangeClosed(1, 12).mapToObj(day -> LocalDate.of(year, 1, day)),
                        others.stream().filter(date -> date.getYear() == year))
                .forEach(date -> dates.add(date.toString()));
        return Map.of("daysOff", days(List.copyOf(dates)), "makeUpDays", List.of());
    }

    private static List<Map<String, String>> days(List<String> dates) {
        return dates.stream().map(date -> Map.of("date", date, "name", "test")).toList();
    }

    private static boolean provisional(FiledCaseStory story) {
        return DeskApi.as("dispatcher")
                .get("/dispatch/explanations/{id}", story.caseId())
                .path("decisions[0].deadline.provisional");
    }

    private static Response task(UUID taskId) {
        return DeskApi.as("dispatcher").get("/tasks/{id}", taskId);
    }

    private static Response years() {
        return DeskApi.as("water").get("/calendars");
    }

    private static String gauge() {
        return given().get("/q/metrics").asString();
    }

    private static Response put(int year, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/calendars/{year}", year);
    }
}
