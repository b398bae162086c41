package city.urbanops.intake.dust;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.dust.DustAlarm;
import city.urbanops.contracts.dust.DustAlarmKind;
import city.urbanops.contracts.dust.DustDeviceFault;
import city.urbanops.contracts.dust.DustDeviceFaultKind;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.dust.DustReading;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.geography.DefaultCity;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From a reading at the broker to a case, and to the lead if nobody answers. Each test that hands in readings has a county of its own: a silent
 * monitor beside it would hold up its time.
 */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class DustIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventProbe events = new EventProbe();

    @BeforeEach
    void ready() {
        if (given().get("/q/health/ready").statusCode() != 200) {
            events.publish(ReferenceDocuments.AREAS, DefaultCity.document());
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void an_alarm_becomes_one_case_and_what_follows_is_attached() {
        // Given
        register("it-one", 109.33).statusCode(200).body("countyCode", notNullValue());

        // When: everything is handed in until the register is known, which is as good as once
        var alarmId = raise("it-one");

        // Then
        var cases = given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases?channel=DUST_MONITOR&classCode=E0304&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(cases.getList("items.findAll { it.text.contains('it-one') }"))
                .hasSize(1);
        String caseId = cases.getString("items.find { it.text.contains('it-one') }.caseId");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(journal(caseId))
                .contains("urbanops.case.filed.v1", DustEvents.ALARM.name()));

        // And the site answers, once
        acknowledge(alarmId).statusCode(200).body("caseId", equalTo(caseId), "acknowledgedBy", equalTo("agent"));
        acknowledge(alarmId).statusCode(409).body("type", equalTo("urn:urbanops:problem:acknowledged"));
        assertThat(journal(caseId)).contains("urbanops.dust.acknowledged.v1");
    }

    @Test
    void later_episodes_join_the_open_case_and_a_closed_one_takes_no_more() throws Exception {
        // Given
        register("it-four", 109.42).statusCode(200);
        var first = Instant.now().minus(Duration.ofHours(9));
        var caseId = publishAlarm(first);

        // When: three hours later, while the case is open
        var second = publishAlarm(first.plus(Duration.ofHours(3)));

        // Then
        assertThat(second).isEqualTo(caseId);
        assertThat(journal(caseId)).contains(DustEvents.ALARM.name());

        // When: the case is closed
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var statement = connection.createStatement()) {
            statement.executeUpdate("update case_file set phase = 'CLOSED' where case_id = '" + caseId + "'");
        }

        // Then
        assertThat(publishAlarm(first.plus(Duration.ofHours(6)))).isNotEqualTo(caseId);
    }

    @Test
    void a_silent_monitor_becomes_one_case_of_equipment_until_that_is_closed() throws Exception {
        // Given
        register("it-five", 109.425).statusCode(200);
        var first = Instant.now().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);

        // When: a quarter of an hour is for the operator, an hour for somebody to go there
        fault("it-five", DustDeviceFaultKind.SILENT, first);
        fault("it-five", DustDeviceFaultKind.OFFLINE, first);

        // Then
        var caseId = await().atMost(PATIENCE)
                .until(() -> equipmentCases("it-five"), found -> found.size() == 1)
                .get(0);

        // When: it comes back, is stuck, and goes again, while the case is open
        fault("it-five", DustDeviceFaultKind.RECOVERED, first.plus(Duration.ofHours(3)));
        fault("it-five", DustDeviceFaultKind.STUCK, first.plus(Duration.ofHours(6)));
        fault("it-five", DustDeviceFaultKind.OFFLINE, first.plus(Duration.ofHours(14)));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(journal(caseId))
                .filteredOn(type -> type.equals(DustEvents.DEVICE_FAULT.name()))
                .hasSize(3));
        assertThat(equipmentCases("it-five")).hasSize(1);

        // When: the case is closed
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var statement = connection.createStatement()) {
            statement.executeUpdate("update case_file set phase = 'CLOSED' where case_id = '" + caseId + "'");
        }
        fault("it-five", DustDeviceFaultKind.OFFLINE, first.plus(Duration.ofHours(20)));

        // Then
        await().atMost(PATIENCE).until(() -> equipmentCases("it-five").size(), size -> size == 2);
    }

    @Test
    void a_monitor_of_no_known_site_fails_without_a_case_and_holds_up_nobody() {
        // When
        fault("it-unknown", DustDeviceFaultKind.OFFLINE, Instant.now().minus(Duration.ofHours(1)));
        register("it-six", 109.428).statusCode(200);
        fault("it-six", DustDeviceFaultKind.STUCK, Instant.now().minus(Duration.ofHours(6)));

        // Then
        await().atMost(PATIENCE).until(() -> equipmentCases("it-six").size(), size -> size == 1);
        assertThat(equipmentCases("it-unknown")).isEmpty();
    }

    /** A fault as the topology publishes it. */
    private void fault(String siteId, DustDeviceFaultKind kind, Instant since) {
        var at = since.truncatedTo(ChronoUnit.SECONDS);
        events.publish(
                DustEvents.DEVICE_FAULT,
                new DustDeviceFault(siteId, siteId + "-1", kind, at, at.plus(Duration.ofHours(1))));
    }

    private static List<String> equipmentCases(String siteId) {
        return given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases?channel=DUST_MONITOR&classCode=E0313&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.text.contains('" + siteId + "') }.caseId", String.class);
    }

    /** An alarm as the topology publishes it; returns the case it went to. */
    private String publishAlarm(Instant windowStart) {
        var at = windowStart.truncatedTo(ChronoUnit.SECONDS);
        var id = events.publish(
                DustEvents.ALARM,
                new DustAlarm(
                        "it-four",
                        DustAlarmKind.ALARM,
                        at,
                        at,
                        900,
                        "PM10",
                        200,
                        50.0,
                        80,
                        1,
                        1,
                        "r",
                        "d",
                        null,
                        null,
                        "camera/1",
                        null,
                        null));
        var path = "items.find { it.alarmId == '" + id + "' }.caseId";
        await().atMost(PATIENCE).untilAsserted(() -> alarms("it-four").body(path, notNullValue()));
        return alarms("it-four").extract().jsonPath().getString(path);
    }

    @Test
    void an_alarm_nobody_answers_goes_to_the_lead_once() throws Exception {
        // Given
        register("it-two", 109.52).statusCode(200);
        var alarmId = raise("it-two");

        // When
        var server = UrbanOpsEngines.postgres();
        try (var connection = server.connect("intake");
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update dust_episode set answer_due = now() - interval '1 second' where site_id = 'it-two'");
        }

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.read(Topics.DUST_ALARMS, "it-two"))
                .filteredOn(event -> event.type().equals(DustEvents.UNANSWERED.name()))
                .hasSize(1));
        String caseId = alarms("it-two")
                .extract()
                .jsonPath()
                .getString("items.find { it.alarmId == '" + alarmId + "' }.caseId");
        assertThat(journal(caseId)).containsOnlyOnce(DustEvents.UNANSWERED.name());
    }

    @Test
    void a_reading_of_an_unknown_device_goes_to_the_dead_letters_with_its_reason() {
        // When
        events.publish(DustEvents.READING, reading("it-nobody", Instant.now(), 10));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.read(Topics.DUST_READINGS.deadLetters(), "it-nobody"))
                        .isNotEmpty()
                        .allSatisfy(event ->
                                assertThat(event.json().get("reason").asText()).isEqualTo("UNKNOWN_DEVICE")));
    }

    @Test
    void refuses_a_site_outside_the_city_a_device_twice_and_other_accounts() {
        register("it-three", 120.0).statusCode(422).body("errors[0].field", equalTo("location"));
        put("admin", "it-three", site(109.33, List.of(Map.of("deviceId", "a"), Map.of("deviceId", "a"))))
                .statusCode(422)
                .body("errors[0].field", equalTo("devices"));
        put("agent", "it-three", site(109.33, List.of())).statusCode(403);
        put("admin", "it-three", Map.of("name", "x")).statusCode(400);
        given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/dust/alarms?cursor=abc")
                .then()
                .statusCode(400);
    }

    /**
     * Waits until the topology knows the monitor, told by a reading that it refuses for another reason: the county's time begins with the first
     * reading it takes, and what is older than that is late.
     */
    private void awaitRegistered(String device) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            events.publish(DustEvents.READING, reading(device, Instant.now().plus(Duration.ofDays(2)), 400));
            assertThat(events.read(Topics.DUST_READINGS.deadLetters(), device))
                    .extracting(event -> event.json().get("reason").asText())
                    .anyMatch(reason -> !reason.equals("UNKNOWN_DEVICE"));
        });
    }

    /** An hour of far too much dust, ending now; returns the id of the event that began the episode. */
    private String raise(String siteId) {
        awaitRegistered(siteId + "-1");
        var end = Instant.now();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            for (var minute = 60; minute >= 0; minute -= 5) {
                events.publish(DustEvents.READING, reading(siteId + "-1", end.minus(Duration.ofMinutes(minute)), 400));
            }
            alarms(siteId).body("items.find { it.evidence.kind == 'ALARM' }.caseId", notNullValue());
        });
        return alarms(siteId).extract().jsonPath().getString("items.find { it.evidence.kind == 'ALARM' }.alarmId");
    }

    private static ValidatableResponse alarms(String siteId) {
        return given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/dust/alarms?siteId={site}", siteId)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse acknowledge(String alarmId) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType(ContentType.JSON)
                .body(Map.of("note", "喷淋已开"))
                .post("/api/v1/dust/alarms/{id}/acknowledge", alarmId)
                .then();
    }

    private static List<String> journal(String caseId) {
        return given().auth()
                .oauth2(Tokens.of("shift-leader"))
                .get("/api/v1/cases/{id}/journal", caseId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("type", String.class);
    }

    private static ValidatableResponse register(String siteId, double lng) {
        return put("admin", siteId, site(lng, List.of(Map.of("deviceId", siteId + "-1", "cycleSeconds", 300))));
    }

    private static Map<String, Object> site(double lng, List<Map<String, Object>> devices) {
        return Map.of(
                "name", "工地", "location", Map.of("lng", lng, "lat", 24.33), "permitNo", "p-1", "devices", devices);
    }

    private static ValidatableResponse put(String user, String siteId, Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/dust/sites/{site}", siteId)
                .then();
    }

    private static DustReading reading(String device, Instant at, double pm10) {
        return new DustReading(device, at, pm10, null, null, null, null, "camera/" + device, null);
    }
}
