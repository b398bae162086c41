package city.urbanops.intake.dust;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.dust.DustDeviceFault;
import city.urbanops.contracts.dust.DustDeviceFaultKind;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.geography.DefaultCity;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A city whose own standards know nothing of monitors: E0313 is in no national list. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class DustClassUnknownIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SITE = "it-unclassed";

    private final EventProbe events = new EventProbe();
    private String standards = "";

    @BeforeEach
    void withoutMonitors() {
        if (given().get("/q/health/ready").statusCode() != 200) {
            events.publish(ReferenceDocuments.AREAS, DefaultCity.document());
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        var current = get("/api/v1/taxonomy").getString("version");
        standards = given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/api/v1/taxonomy/versions/{version}/csv", current)
                .asString();
        putInForce(standards.lines().filter(line -> !line.startsWith("E0313")).collect(Collectors.joining("\n")));
    }

    /** All tests of the module share the standards in force. */
    @AfterEach
    void asBefore() {
        putInForce(standards);
        events.close();
    }

    @Test
    void a_fault_becomes_a_case_without_a_class_that_a_person_files_and_later_ones_join_it() throws SQLException {
        // Given
        register();
        var since = Instant.now().minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS);

        // When
        fault(DustDeviceFaultKind.OFFLINE, since);

        // Then
        var cases = "items.findAll { it.text.contains('" + SITE + "') }.caseId";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/v1/cases?channel=DUST_MONITOR&classCode=E0000&limit=200")
                                .getList(cases))
                        .hasSize(1));
        var caseId = get("/api/v1/cases?channel=DUST_MONITOR&classCode=E0000&limit=200")
                .getList(cases, String.class)
                .get(0);
        assertThat(journal(caseId)).containsExactly("urbanops.case.reported.v1");
        assertThat(parked()).isZero();

        // When
        fault(DustDeviceFaultKind.STUCK, since.plus(Duration.ofHours(8)));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(journal(caseId)).endsWith(DustEvents.DEVICE_FAULT.name()));
        given().auth()
                .oauth2(Tokens.of("shift-leader"))
                .contentType(ContentType.JSON)
                .body(Map.of("classCode", "E0304"))
                .post("/api/v1/cases/{id}/actions/file", caseId)
                .then()
                .statusCode(200)
                .body("phase", equalTo("FILED"));
    }

    private static void putInForce(String csv) {
        var version = "monitors-" + UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/v1/taxonomy/versions?version={version}", version)
                .then()
                .statusCode(201);
        await().untilAsserted(() ->
                assertThat(get("/api/v1/taxonomy").getString("version")).isEqualTo(version));
    }

    private static void register() {
        given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "工地",
                        "location",
                        Map.of("lng", 109.431, "lat", 24.33),
                        "permitNo",
                        "p-1",
                        "devices",
                        List.of(Map.of("deviceId", SITE + "-1", "cycleSeconds", 300))))
                .put("/api/v1/dust/sites/{site}", SITE)
                .then()
                .statusCode(200);
    }

    private void fault(DustDeviceFaultKind kind, Instant since) {
        events.publish(
                DustEvents.DEVICE_FAULT,
                new DustDeviceFault(SITE, SITE + "-1", kind, since, since.plus(Duration.ofHours(1))));
    }

    private static List<String> journal(String caseId) {
        return get("/api/v1/cases/" + caseId + "/journal").getList("type", String.class);
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.of("shift-leader"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long parked() throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var result = connection
                        .createStatement()
                        .executeQuery("select count(*) from parked_event where key like '" + SITE + "%'")) {
            result.next();
            return result.getLong(1);
        }
    }
}
