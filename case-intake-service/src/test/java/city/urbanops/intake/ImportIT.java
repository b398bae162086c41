package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import city.urbanops.contracts.Topics;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ImportIT {

    private final EventProbe events = new EventProbe();
    private final String system =
            "old" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void a_case_comes_in_whole_and_once() {
        // When
        take(List.of(aCase("1"), aCase("2"))).statusCode(200).body("imported", equalTo(2), "unchanged", equalTo(0));

        // Then
        take(List.of(aCase("1"), aCase("2"), aCase("3")))
                .statusCode(200)
                .body("imported", equalTo(1), "unchanged", equalTo(2), "skipped.size()", equalTo(0));
        assertThat(held()).isEqualTo(3);
        var caseId = find("1");
        await().untilAsserted(() -> assertThat(events.read(Topics.CASE_EVENTS, caseId))
                .extracting(EventProbe.Event::type)
                .containsExactly("urbanops.case.imported.v1"));
        var told = events.read(Topics.CASE_EVENTS, caseId).get(0).json();
        assertThat(told.get("caseNumber").asText()).isEqualTo(system + "-1");
        assertThat(told.get("originalUnit").asText()).isEqualTo("PWDx");
        assertThat(told.get("areaCode").asText()).isEqualTo("1C");
        assertThat(told.get("dueAt").asText()).isEqualTo("2015-01-16T13:30:00Z");
        assertThat(told.get("text").asText()).isEqualTo("Pothole, call [phone]");
    }

    @Test
    void the_first_import_holds_when_the_former_system_changes_its_mind() {
        // Given
        take(List.of(aCase("1"))).statusCode(200);
        var changed = aCase("1");
        changed.put("text", "something else");

        // When
        var answer = take(List.of(changed, aCase("1")));

        // Then
        answer.statusCode(200)
                .body(
                        "imported",
                        equalTo(0),
                        "unchanged",
                        equalTo(1),
                        "skipped.'changed-since-first-import'",
                        equalTo(1));
    }

    @Test
    void an_imported_case_has_a_journal_and_reads_like_any_other() {
        // When
        take(List.of(aCase("7"))).statusCode(200);

        // Then
        var caseId = find("7");
        given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/cases/" + caseId + "/journal")
                .then()
                .statusCode(200)
                .body("type", equalTo(List.of("urbanops.case.imported.v1")));
        given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/cases/" + caseId)
                .then()
                .statusCode(200)
                .body(
                        "phase",
                        equalTo("CLOSED"),
                        "closedAt",
                        equalTo("2015-01-02T21:17:43Z"),
                        "sourceNo",
                        equalTo("7"));
    }

    @Test
    void one_unusable_case_refuses_the_batch_by_name_and_nothing_is_stored() {
        var future = aCase("2");
        future.put("reportedAt", "2999-01-01T00:00:00Z");
        take(List.of(aCase("1"), future)).statusCode(400).body("errors.field", hasItem("cases[1].reportedAt"));
        var noChannel = aCase("2");
        noChannel.remove("channel");
        take(List.of(aCase("1"), noChannel))
                .statusCode(400)
                .body("errors.field", hasItem(containsString("cases[1].channel")));
        var wrongPhase = aCase("2");
        wrongPhase.put("phase", "SOMEWHERE");
        take(List.of(aCase("1"), wrongPhase)).statusCode(400);
        var unknownField = aCase("2");
        unknownField.put("colour", "red");
        take(List.of(aCase("1"), unknownField)).statusCode(400);
        take(List.of()).statusCode(400).body("errors.field", hasItem("cases"));

        assertThat(held()).isZero();
    }

    @Test
    void only_who_runs_the_platform_imports() {
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType(ContentType.JSON)
                .body(Map.of("sourceSystem", system, "cases", List.of(aCase("1"))))
                .post("/api/v1/imports")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse take(List<Map<String, Object>> cases) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("sourceSystem", system, "asOf", "2016-01-13T05:00:00Z", "cases", cases))
                .post("/api/v1/imports")
                .then();
    }

    private int held() {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/imports/" + system)
                .then()
                .statusCode(200)
                .extract()
                .path("cases");
    }

    private String find(String sourceId) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .queryParam("q", system + "-" + sourceId)
                .get("/api/v1/cases")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].caseId");
    }

    private static Map<String, Object> aCase(String sourceId) {
        var told = new HashMap<String, Object>();
        told.put("sourceId", sourceId);
        told.put("channel", "CITIZEN_APP");
        told.put("text", "Pothole, call 13912345678");
        told.put("classCode", "P0101");
        told.put("areaCode", "1C");
        told.put("department", "PWDx");
        told.put("originalUnit", "PWDx");
        told.put("location", Map.of("lng", -71.09, "lat", 42.34));
        told.put("phase", "CLOSED");
        told.put("reportedAt", "2015-01-01T05:25:23Z");
        told.put("filedAt", "2015-01-01T05:25:23Z");
        told.put("dueAt", "2015-01-16T13:30:00Z");
        told.put("handedBackAt", "2015-01-02T21:17:43Z");
        told.put("closedAt", "2015-01-02T21:17:43Z");
        return told;
    }
}
