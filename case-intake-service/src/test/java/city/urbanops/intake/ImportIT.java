package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

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
    void a_later_export_closes_what_was_open() {
        // Given
        var open = aCase("1");
        open.put("phase", "HANDLING");
        open.remove("handedBackAt");
        open.remove("closedAt");
        take("2015-01-02T00:00:00Z", List.of(open)).statusCode(200).body("imported", equalTo(1));
        var caseId = find("1");
        view(caseId).body("phase", equalTo("HANDLING"), "closedAt", nullValue());

        // When
        var closed = aCase("1");
        closed.put("text", "Pothole, filled");
        var answer = take("2016-01-13T05:00:00Z", List.of(closed, aCase("2")));

        // Then
        answer.statusCode(200).body("imported", equalTo(1), "updated", equalTo(1), "unchanged", equalTo(0));
        view(caseId)
                .body(
                        "phase",
                        equalTo("CLOSED"),
                        "closedAt",
                        equalTo("2015-01-02T21:17:43Z"),
                        "text",
                        equalTo("Pothole, call [phone]"));
        journal(caseId).body("size()", equalTo(2));
        sealed(caseId).body("cases", equalTo(1), "entries", equalTo(2), "broken.size()", equalTo(0));
        await().untilAsserted(() -> assertThat(events.read(Topics.CASE_EVENTS, caseId))
                .hasSize(2)
                .extracting(event -> event.json().get("phase").asText())
                .containsExactly("HANDLING", "CLOSED"));

        // And again, or as the former system told it at first
        take("2016-01-13T05:00:00Z", List.of(closed)).body("updated", equalTo(0), "unchanged", equalTo(1));
        take("2015-01-02T00:00:00Z", List.of(open))
                .body("updated", equalTo(0), "skipped.'not-later-than-known'", equalTo(1));
        view(caseId).body("phase", equalTo("CLOSED"));
    }

    @Test
    void what_one_export_tells_in_two_ways_is_as_it_says_first() {
        // Given
        take(List.of(aCase("1"))).statusCode(200);
        var changed = aCase("1");
        changed.put("classCode", "P0102");

        // When
        var answer = take(List.of(changed, aCase("1")));

        // Then
        answer.statusCode(200)
                .body("imported", equalTo(0), "updated", equalTo(0), "unchanged", equalTo(1))
                .body("skipped.'not-later-than-known'", equalTo(1));
    }

    @Test
    void what_was_done_here_since_holds() {
        // Given
        var open = aCase("1");
        open.put("phase", "FILED");
        open.remove("handedBackAt");
        open.remove("closedAt");
        take("2015-01-02T00:00:00Z", List.of(open)).statusCode(200);
        var caseId = find("1");
        given().auth()
                .oauth2(Tokens.of("shift-leader"))
                .contentType(ContentType.JSON)
                .body(Map.of("opinion", "not ours"))
                .post("/api/v1/cases/{id}/actions/void", caseId)
                .then()
                .statusCode(200);

        // When
        var answer = take("2016-01-13T05:00:00Z", List.of(aCase("1")));

        // Then
        answer.statusCode(200).body("updated", equalTo(0), "skipped.'handled-here'", equalTo(1));
        view(caseId).body("phase", equalTo("VOID"));
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
                        equalTo("7"),
                        "department",
                        equalTo("PWDx"),
                        "dueAt",
                        equalTo("2015-01-16T13:30:00Z"),
                        "taskId",
                        nullValue());
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

    private static ValidatableResponse view(String caseId) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/cases/{id}", caseId)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse journal(String caseId) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/cases/{id}/journal", caseId)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse sealed(String caseId) {
        var id = UUID.fromString(caseId);
        var before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
        return Supervisors.get("admin", "/api/v1/cases/journal-verification?limit=1&after=" + before)
                .statusCode(200);
    }

    private ValidatableResponse take(List<Map<String, Object>> cases) {
        return take("2016-01-13T05:00:00Z", cases);
    }

    private ValidatableResponse take(String asOf, List<Map<String, Object>> cases) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("sourceSystem", system, "asOf", asOf, "cases", cases))
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
