package city.urbanops.metrics.assessment;

import static city.urbanops.metrics.RatesApi.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import city.urbanops.contracts.Topics;
import city.urbanops.metrics.CaseStory;
import city.urbanops.metrics.assessment.application.ShippedSchemes;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events to scores, appeals and bulletins; each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class AssessmentIT {

    private static final String ENFORCEMENT = "urban-enforcement";
    private static final String GRID = "450202001001001";
    private static final String LEDGER = "/api/v1/assessments/deduction-ledger/";

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
    void a_deduction_is_explained_contested_given_back_frozen_and_reproduced() {
        // Given: one complaint handled late, one in time
        var month = "2017-03";
        var late = late("2017-03-02T01:00:00Z");
        filed("2017-03-02T01:00:00Z").handedBackJustInTime().closed();
        closed("2017-03-01", "2017-04-01", 2);
        soon(() -> get("assessor", LEDGER + month)
                .body("state", equalTo("PROVISIONAL"))
                .body("units", hasSize(1))
                .body("units[0].score", equalTo(9.7f)));
        get("lead", LEDGER + month + "/units/" + ENFORCEMENT)
                .body("score.line.deductions.caseId", equalTo(java.util.List.of(late.toString())))
                .body("score.line.deductions[0].rule", equalTo("complaint"));

        // When: the unit appeals, the assessor approves
        var appeal = post("lead", LEDGER + month + "/appeals", Map.of("caseId", late, "reason", "announced works"), 201)
                .extract()
                .path("appealId");
        post("lead", LEDGER + month + "/appeals", Map.of("caseId", late, "reason", "again"), 409)
                .body("type", equalTo("urn:urbanops:problem:already-appealed"));
        post("assessor", LEDGER + month + "/appeals/" + appeal + "/actions/approve", Map.of(), 200)
                .body("state", equalTo("APPROVED"));
        post("assessor", LEDGER + month + "/appeals/" + appeal + "/actions/reject", Map.of("opinion", "no"), 409);

        // Then: the deduction stands, a new entry returns it
        get("lead", LEDGER + month + "/units/" + ENFORCEMENT)
                .body("score.score", equalTo(10.0f))
                .body("score.line.deductions", hasSize(1))
                .body("ledger.kind", equalTo(java.util.List.of("APPEAL")))
                .body("ledger[0].points", equalTo(0.3f));

        // When
        post("assessor", LEDGER + month + "/actions/publish", Map.of(), 200).body("revision", equalTo(1));

        // Then
        post("assessor", LEDGER + month + "/actions/publish", Map.of(), 409)
                .body("type", equalTo("urn:urbanops:problem:already-published"));
        get("assessor", LEDGER + month).body("state", equalTo("PUBLISHED"));
        get("assessor", LEDGER + month + "/difference").body("identical", equalTo(true));
        get("lead", LEDGER + month + "/units/" + ENFORCEMENT).body("ledger.kind", hasItem("DEDUCTION"));
        soon(() -> assertThat(probe.read(Topics.ASSESSMENT_EVENTS, "deduction-ledger"))
                .anySatisfy(event -> {
                    assertThat(event.json().get("period").asText()).isEqualTo(month);
                    assertThat(event.json().get("scores").get(0).get("score").asDouble())
                            .isEqualTo(10.0);
                }));

        // When: it is computed from the log alone
        post("assessor", LEDGER + month + "/actions/reproduce", Map.of(), 202);

        // Then
        soon(() -> get("assessor", "/api/v1/operations/rebuild")
                .body("purpose", equalTo("LOOK"))
                .body("state", equalTo("DONE"))
                .body("answer.identical", equalTo(true)));

        // When: a case of that month comes in late
        late("2017-03-09T01:00:00Z");

        // Then: what was published stays, and the difference is named; at a place that had two before, a complaint
        // costs 1
        soon(() -> get("assessor", LEDGER + month + "/difference")
                .body("identical", equalTo(false))
                .body("differences.unit", equalTo(java.util.List.of(ENFORCEMENT)))
                .body("differences[0].other.score", equalTo(9.0f)));
        get("assessor", LEDGER + month).body("units[0].score", equalTo(10.0f));
        post("assessor", LEDGER + month + "/actions/publish", Map.of(), 200).body("revision", equalTo(2));
    }

    @Test
    void an_appeal_against_an_overdue_changes_the_score_and_leaves_the_fact() {
        // Given: two cases of one unit, one handled late; a scheme like the national one in which exempt cases leave
        // the rates
        var id = "exempting-index";
        post(
                "assessor",
                "/api/v1/assessments",
                ShippedSchemes.document("national-index").put("id", id).put("exemptLeaveRates", true),
                201);
        var period = "/2017-08";
        var late = late("2017-08-02T01:00:00Z");
        filed("2017-08-02T01:00:00Z").handedBackJustInTime().closed();
        closed("2017-08-01", "2017-09-01", 2);
        var rates = "/api/v1/metrics/indicators/in-time-close-rate?groupBy=department&from=2017-08-01&to=2017-09-01";
        soon(() -> get("assessor", rates).body("items[0].base", equalTo(2)).body("items[0].part", equalTo(1)));
        var index = "/api/v1/assessments/" + id + period;
        get("assessor", index).body("units[0].score", equalTo(85.0f));
        var before = get("lead", "/api/v1/metrics/cases/" + late + "/figures")
                .extract()
                .asString();

        // When
        String appeal = post("lead", index + "/appeals", Map.of("caseId", late, "reason", "announced works"), 201)
                .extract()
                .path("appealId");
        get("assessor", index).body("units[0].score", equalTo(85.0f));
        post("assessor", index + "/appeals/" + appeal + "/actions/approve", Map.of(), 200);

        // Then: load 10, closing 30, in time 30 instead of 15, rework 30
        get("assessor", index).body("units[0].score", equalTo(100.0f));

        // And: the case stays late in every figure, and in a scheme nobody appealed under
        assertThat(before).contains("handled-late");
        assertThat(get("lead", "/api/v1/metrics/cases/" + late + "/figures")
                        .extract()
                        .asString())
                .isEqualTo(before);
        get("assessor", rates).body("items[0].base", equalTo(2)).body("items[0].part", equalTo(1));
        get("assessor", "/api/v1/assessments/national-index" + period).body("units[0].score", equalTo(85.0f));
    }

    @Test
    void figures_of_people_and_adjustments_count_and_are_checked() {
        // Given
        var month = "/api/v1/assessments/liuzhou-2016-month/2017-05";
        filed("2017-05-02T01:00:00Z").handedBackJustInTime().closed();
        soon(() -> get("assessor", month).body("units", hasSize(1)).body("units[0].score", equalTo(null)));

        // When
        post("assessor", month + "/inputs", Map.of("unit", ENFORCEMENT, "input", "roadDust", "value", 94), 201);
        post("assessor", month + "/inputs", Map.of("unit", ENFORCEMENT, "input", "twoIllegals", "value", 90), 201);
        post("assessor", month + "/inputs", Map.of("unit", ENFORCEMENT, "input", "twoIllegals", "value", 190), 422)
                .body("errors[0].field", equalTo("value"));
        post("assessor", month + "/inputs", Map.of("unit", ENFORCEMENT, "input", "luck", "value", 1), 422)
                .body("errors[0].field", equalTo("input"));
        post(
                "assessor",
                month + "/adjustments",
                Map.of("unit", ENFORCEMENT, "points", 0.5, "reason", "named by the province"),
                201);

        // Then: 0.8 × (0.9 × 100 + 10) + 9.4 + 9 + 0.5
        get("assessor", month).body("units[0].score", equalTo(98.9f)).body("units[0].grade", equalTo("A"));
    }

    @Test
    void a_draft_runs_beside_the_scheme_in_force() {
        // Given
        late("2017-06-02T01:00:00Z");
        soon(() -> get("assessor", LEDGER + "2017-06").body("units[0].score", equalTo(9.7f)));
        var draft = ShippedSchemes.document("deduction-ledger");
        ((com.fasterxml.jackson.databind.node.ObjectNode) draft.at("/root/ledger/rules/7")).put("points", 1.0);

        // Then
        post(
                        "assessor",
                        "/api/v1/assessments/deduction-ledger/actions/simulate",
                        Map.of("document", draft, "periods", java.util.List.of("2017-06")),
                        200)
                .body("[0].units[0].current", equalTo(9.7f))
                .body("[0].units[0].draft", equalTo(9.0f));
    }

    @Test
    void what_does_not_fit_is_named() {
        get("assessor", LEDGER + "2017-13", 400).body("errors[0].field", equalTo("period"));
        get("assessor", "/api/v1/assessments/none/2017-03", 404);
        get("lead", LEDGER + "2017-03/units/sanitation", 403);
        get("water", LEDGER + "2017-03", 403);
        post("assessor", LEDGER + "2999-01/actions/publish", Map.of(), 409)
                .body("type", equalTo("urn:urbanops:problem:period-running"));
        post("lead", LEDGER + "2017-03/appeals", Map.of("caseId", UUID.randomUUID(), "reason", "?"), 422)
                .body("errors[0].field", equalTo("caseId"));
        post("lead", LEDGER + "2017-03/appeals", Map.of("reason", "?"), 400);
        var greedy = ShippedSchemes.document("national-index").put("version", 2);
        ((com.fasterxml.jackson.databind.node.ObjectNode) greedy.at("/root/parts/1")).put("expression", "fineIncome");
        post("assessor", "/api/v1/assessments", greedy, 422)
                .body("errors.message", hasItem(containsString("article 74")))
                .body("errors.field", hasItem("/root/parts/1/expression"));
        post("assessor", "/api/v1/assessments", ShippedSchemes.document("national-index"), 409);
    }

    /** Nobody appeals before the case is closed, and closing is the last that is told of it. */
    private static void closed(String from, String to, int cases) {
        soon(() -> get("assessor", "/api/v1/metrics/closure-rates?groupBy=department&from=" + from + "&to=" + to)
                .body("items[0].closed", equalTo(cases)));
    }

    private UUID late(String at) {
        return filed(at).overdue().handedBack().closed().caseId();
    }

    private CaseStory filed(String at) {
        return CaseStory.filed(probe, Instant.parse(at), "P0101", GRID).dispatched(ENFORCEMENT);
    }

    private static ValidatableResponse get(String user, String path) {
        return get(user, path, 200);
    }

    private static ValidatableResponse get(String user, String path, int status) {
        return given().auth().oauth2(Tokens.of(user)).get(path).then().statusCode(status);
    }

    private static ValidatableResponse post(String user, String path, Object body, int status) {
        var json = body instanceof com.fasterxml.jackson.databind.JsonNode node ? node.toString() : body;
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType("application/json")
                .body(json)
                .post(path)
                .then()
                .statusCode(status);
    }
}
