package city.urbanops.intake.dust;

import static city.urbanops.intake.dust.DustSiteApi.PATIENCE;
import static city.urbanops.intake.dust.DustSiteApi.acknowledge;
import static city.urbanops.intake.dust.DustSiteApi.alarms;
import static city.urbanops.intake.dust.DustSiteApi.journal;
import static city.urbanops.intake.dust.DustSiteApi.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import city.urbanops.contracts.dust.DustAlarm;
import city.urbanops.contracts.dust.DustAlarmKind;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alarms of a site become its case. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class DustCasesIT {

    private final DustMonitors monitors = new DustMonitors();

    @BeforeEach
    void ready() {
        monitors.awaitReady();
    }

    @AfterEach
    void close() {
        monitors.close();
    }

    @Test
    void an_alarm_becomes_one_case_and_what_follows_is_attached() {
        // Given
        register("it-one", 109.33).statusCode(200).body("countyCode", notNullValue());

        // When: everything is handed in until the register is known, which is as good as once
        var alarmId = monitors.raise("it-one");

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

    /** An alarm as the topology publishes it; returns the case it went to. */
    private String publishAlarm(Instant windowStart) {
        var at = windowStart.truncatedTo(ChronoUnit.SECONDS);
        var id = monitors.events.publish(
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
}
