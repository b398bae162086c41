package city.urbanops.metrics.assessment;

import static city.urbanops.metrics.RatesApi.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.metrics.Books;
import city.urbanops.metrics.assessment.application.ShippedSchemes;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events to figures and scores of people; each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class PeopleIT {

    private static final String SUPERVISORS = "/api/v1/metrics/assessed/supervisors/";
    private static final String INDEX = "/api/v1/assessments/supervisor-index/";

    private EventProbe probe;
    private PeopleStory story;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        story = new PeopleStory(probe);
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

    @Test
    void every_post_is_counted_by_its_own_steps_and_leads_to_its_cases() {
        // Given: one case in time everywhere, one whose verification was late
        var month = "2023-03";
        var good = story.live("2023-03-02T01:00:00Z", true);
        var late = story.live("2023-03-03T01:00:00Z", false);

        // Then
        soon(() -> get("assessor", SUPERVISORS + month)
                .body("items.key", contains("checker", "patrol"))
                .body("items[1].figures[2].id", equalTo("in-time-verify-rate"))
                .body("items[1].figures[2].base", equalTo(2))
                .body("items[1].figures[2].part", equalTo(1))
                .body("items[1].figures[3].value", equalTo(null))
                .body("items[0].figures[3].part", equalTo(2))
                .body("items[0].figures[2].value", equalTo(null)));
        get("assessor", "/api/v1/metrics/assessed/acceptors/" + month)
                .body("items.key", contains("agent"))
                .body("items[0].figures.part", contains(2, 2, 2));
        get("assessor", "/api/v1/metrics/assessed/dispatchers/" + month)
                .body("items[0].key", equalTo("dispatcher"))
                .body("items[0].figures.part", contains(2, 2, 2));
        get("assessor", "/api/v1/metrics/assessed/shift-leaders/" + month)
                .body("items[0].key", equalTo("shift-leader"))
                .body("items[0].figures.part", contains(2, 2, 2));
        get("assessor", "/api/v1/metrics/assessed/grids/" + month).body("items.key", contains("450209001001001"));

        // And
        var cases = SUPERVISORS + month + "/patrol/cases?indicator=in-time-verify-rate&side=";
        get("patrol", cases + "part").body("items.caseId", contains(good.toString()));
        get("patrol", cases + "missing").body("items.caseId", contains(late.toString()));
        get("patrol", cases + "base&limit=1")
                .body("items.caseId", contains(good.toString()))
                .body("nextCursor", notNullValue());
        get(
                        "assessor",
                        "/api/v1/metrics/indicators/in-time-verify-rate/cases?side=missing&from=2023-03-01&to=2023-04-01")
                .body("items.caseId", contains(late.toString()));
    }

    @Test
    void people_come_page_by_page() {
        // Given
        var month = "2023-09";
        story.live("2023-09-04T01:00:00Z", true);
        soon(() -> get("assessor", SUPERVISORS + month).body("items.key", contains("checker", "patrol")));

        // When
        var first = get("assessor", SUPERVISORS + month + "?limit=1").body("items.key", contains("checker"));

        // Then
        var next = first.extract().<String>path("nextCursor");
        get("assessor", SUPERVISORS + month + "?limit=1&cursor=" + next)
                .body("items.key", contains("patrol"))
                .body("nextCursor", nullValue());
        get("checker", SUPERVISORS + month + "?cursor=" + next).body("items", hasSize(0));
        get("assessor", SUPERVISORS + month + "?limit=201", 400).body("errors[0].field", equalTo("limit"));
    }

    @Test
    void a_person_sees_the_own_figures_and_whoever_does_not_assess_nobody_elses() {
        // Given
        var month = "2023-05";
        story.live("2023-05-04T01:00:00Z", true);
        soon(() -> get("assessor", SUPERVISORS + month).body("items.key", contains("checker", "patrol")));

        // Then
        get("patrol", SUPERVISORS + month).body("items.key", contains("patrol"));
        get("patrol", INDEX + month).body("units.unit", contains("patrol"));
        get("patrol", INDEX + month + "/units/patrol").body("score.unit", equalTo("patrol"));
        get("patrol", INDEX + month + "/units/checker", 403);
        get("patrol", SUPERVISORS + month + "/checker/cases?indicator=in-time-check-rate", 403);
        get("shift-leader", SUPERVISORS + month).body("items", hasSize(0));
        get("shift-leader", INDEX + month).body("units", hasSize(0));
        for (var other : List.of("officer", "reviewer", "crew", "lead", "water")) {
            get(other, SUPERVISORS + month, 403);
        }
        get("lead", INDEX + month).body("units", hasSize(0));
        get("lead", INDEX + month + "/units/patrol", 403);
        get("lead", INDEX + month + "/bulletin.csv", 200);
        get("water", INDEX + month, 403);

        // And: scores of units are no more open than before
        get("patrol", "/api/v1/assessments/national-index/" + month, 403);
        get("agent", "/api/v1/assessments/national-index/" + month, 403);
        get("patrol", "/api/v1/assessments/grid-index/" + month, 403);
        get("patrol", "/api/v1/metrics/assessed/grids/" + month, 403);
        get("patrol", "/api/v1/metrics/beats", 403);
    }

    @Test
    void a_supervisor_is_scored_by_the_beat_and_the_scores_of_people_stay_here() throws Exception {
        // Given: a case of the public on the beat, and one that the patrol found
        var month = "2023-07";
        story.live("2023-07-06T01:00:00Z", true);
        story.found("2023-07-07T01:00:00Z");
        soon(() -> get("assessor", INDEX + month + "/units/patrol")
                .body("score.line.reason", equalTo("not evaluated: miss")));

        // When
        post(
                "assessor",
                "/api/v1/metrics/beats",
                Map.of("account", "patrol", "areas", List.of("450209"), "validFrom", "2023-07-01"),
                201);
        post(
                "assessor",
                "/api/v1/metrics/beats",
                Map.of("account", "checker", "areas", List.of("450209001001001"), "validFrom", "2023-07-01"),
                201);

        // Then: valid 100, one of two missed, verified in time, checked in time: 40 + 10 + 20 + 20
        get("patrol", INDEX + month + "/units/patrol")
                .body("score.score", equalTo(90.0f))
                .body("score.grade", equalTo("A"));
        get("assessor", INDEX + month + "/units/checker")
                .body("score.line.reason", equalTo("not evaluated: valid, verify"));

        // When
        post("assessor", INDEX + month + "/actions/publish", Map.of(), 200).body("revision", equalTo(1));

        // Then: everybody learns that it was published, and nobody a score
        soon(() -> assertThat(probe.read(Topics.ASSESSMENT_EVENTS, "supervisor-index"))
                .anySatisfy(event -> {
                    assertThat(event.json().get("period").asText()).isEqualTo(month);
                    assertThat(event.json().get("scores")).isEmpty();
                }));
        assertThat(Books.texts("select unit from bi.published_scores where scheme = 'supervisor-index'"))
                .isEmpty();
        get("assessor", INDEX + month + "/difference").body("identical", equalTo(true));
        post("assessor", INDEX + month + "/actions/reproduce", Map.of(), 202);
        soon(() -> get("assessor", "/api/v1/operations/rebuild")
                .body("purpose", equalTo("LOOK"))
                .body("state", equalTo("DONE"))
                .body("answer.identical", equalTo(true)));
        get("assessor", "/api/v1/assessments/grid-index/" + month).body("units.unit", contains("450209001001001"));
    }

    @Test
    void what_does_not_fit_is_named() {
        get("assessor", "/api/v1/metrics/assessed/cleaners/2023-03", 400).body("errors[0].field", equalTo("kind"));
        get("assessor", SUPERVISORS + "2023-13", 400).body("errors[0].field", equalTo("period"));
        get("assessor", SUPERVISORS + "2023-03/patrol/cases?indicator=close-rate", 400)
                .body("errors[0].field", equalTo("indicator"));
        get("assessor", SUPERVISORS + "2023-03/patrol/cases?indicator=in-time-check-rate&side=left", 400)
                .body("errors[0].field", equalTo("side"));
        get("assessor", "/api/v1/metrics/assessed/grids/2023-03/450209/cases?indicator=filings", 400)
                .body("errors[0].field", equalTo("kind"));
        post(
                "assessor",
                "/api/v1/metrics/beats",
                Map.of("account", "patrol", "areas", List.of("4502", "x"), "validFrom", "2023-01-01"),
                400);
        post(
                        "assessor",
                        "/api/v1/metrics/beats",
                        Map.of("account", "patrol", "areas", List.of("450209", "450209001"), "validFrom", "2023-01-01"),
                        422)
                .body("errors[0].field", equalTo("areas[1]"));
        post(
                        "assessor",
                        "/api/v1/metrics/beats",
                        Map.of("account", "patrol", "areas", List.of(), "validFrom", "soon"),
                        400)
                .body("errors[0].field", equalTo("validFrom"));
        var open = ShippedSchemes.document("supervisor-index").put("version", 2).put("subjects", "units");
        post("assessor", "/api/v1/assessments", open, 422).body("errors[0].field", equalTo("/subjects"));
        post("lead", INDEX + "2023-03/appeals", Map.of("caseId", UUID.randomUUID(), "reason", "mine"), 409)
                .body("type", equalTo("urn:urbanops:problem:no-appeals"));
    }

    private static ValidatableResponse get(String user, String path) {
        return get(user, path, 200);
    }

    private static ValidatableResponse get(String user, String path, int status) {
        return given().auth().oauth2(Tokens.of(user)).get(path).then().statusCode(status);
    }

    private static ValidatableResponse post(String user, String path, Object body, int status) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType("application/json")
                .body(body instanceof JsonNode node ? node.toString() : body)
                .post(path)
                .then()
                .statusCode(status);
    }
}
