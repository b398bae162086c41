package city.urbanops.intake.dust;

import static city.urbanops.intake.dust.DustSiteApi.PATIENCE;
import static city.urbanops.intake.dust.DustSiteApi.journal;
import static city.urbanops.intake.dust.DustSiteApi.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.dust.DustDeviceFault;
import city.urbanops.contracts.dust.DustDeviceFaultKind;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A monitor that fails becomes a case of equipment. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class DustEquipmentIT {

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
        monitors.events.publish(
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
}
