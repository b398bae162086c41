package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.dispatch.learning.application.CurrentModels;
import city.urbanops.dispatch.learning.application.WatchModels;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dispatch learns from closed cases, decides what no rule covers, and is held to what it promised. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class LearningIT {

    private static final String LAMP = "X7101";
    private static final String EITHER = "X7105";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> CLASSES = List.of(LAMP, "X7102", "X7103", "X7104");
    private static final List<String> UNITS =
            List.of("lighting-centre", "sanitation", "urban-enforcement", "water-company");
    private static final List<String> TEXTS = List.of(
            "the street lamp is dark at number ",
            "litter lies around the bins near house ",
            "dust blows from the site beside gate ",
            "a manhole cover is broken before shop ");
    private static final int HISTORY = 400;

    @Inject
    WatchModels watch;

    @Inject
    CurrentModels models;

    private final Random random = new Random(11);
    private EventProbe probe;
    private LearningStory story;
    private DeskApi dispatcher;
    private DeskApi driver;

    @BeforeEach
    void start() throws SQLException {
        probe = new EventProbe();
        story = new LearningStory(probe);
        dispatcher = DeskApi.as("dispatcher");
        driver = DeskApi.asClient("urbanops-driver");
        forget();
        soon(() -> assertThat(Arrays.stream(Target.values()).flatMap(target -> models.of(target).stream()))
                .isEmpty());
    }

    @AfterEach
    void stop() throws SQLException {
        forget();
        probe.close();
    }

    private static void forget() throws SQLException {
        Tables.change("delete from learned_model");
        Tables.change("delete from learning_example");
        Tables.change("delete from training_run");
    }

    @Test
    void what_is_sure_is_dispatched_by_itself_and_what_is_doubtful_waits_with_suggestions() throws SQLException {
        // Given
        history(LONG_AGO, HISTORY);
        trained();

        // When
        UUID sure = story.filed(LAMP, TEXTS.get(0) + 7);
        UUID doubtful = story.filed(EITHER, "a pipe or a cable, nobody can tell");
        UUID unknown = story.filed("X7999", TEXTS.get(0) + 8);

        // Then
        JsonNode dispatched = story.last(sure, CaseEvents.TASK_DISPATCHED);
        assertThat(dispatched.get("department").asText()).isEqualTo("lighting-centre");
        assertThat(dispatched.get("automatic").asBoolean()).isTrue();
        assertThat(dispatched.get("reason").asText()).contains("No rule", "Model unit-", "sure of lighting-centre");
        dispatcher
                .get("/dispatch/explanations/{id}", sure)
                .then()
                .statusCode(200)
                .body("automatic", equalTo(true))
                .body("decisions[0].advice.modelVersion", containsString("unit-"))
                .body("decisions[0].advice.candidates", hasSize(3))
                .body("decisions[0].advice.candidates[0].reasons", hasItem(containsString("earlier cases")));
        Map<String, ?> waiting = waiting(doubtful);
        assertThat((List<?>) waiting.get("suggestions")).hasSize(3);
        assertThat(waiting.get("suggestions").toString()).contains("gas-company", "power-company", "earlier cases");
        assertThat(waiting.get("reason").toString()).contains("decides only from");
        assertThat(waiting(unknown).get("reason").toString()).contains("has seen no case of class X7999");
        String model = dispatcher.get("/dispatch/explanations/{id}", sure).path("decisions[0].advice.modelVersion");
        assertThat(figure("decider", model, "accuracyOfModel")).isEqualTo(1.0f);
        dispatcher.get("/dispatch/figures?groupBy=week").then().statusCode(200).body("items", hasSize(greaterThan(0)));
        assertThat(figure("class", LAMP, "coverage")).isPositive();
    }

    @Test
    void a_report_without_a_class_gets_one_or_three_to_choose_from() throws SQLException {
        // Given
        history(LONG_AGO, HISTORY);
        trained();

        // When
        UUID clear = story.reported(TEXTS.get(2) + 3, false);
        UUID vague = story.reported("somebody should come and look", false);
        UUID urgent = story.reported(TEXTS.get(2) + 4, true);

        // Then
        JsonNode suggested = story.last(clear, CaseEvents.CLASS_SUGGESTED);
        assertThat(suggested.get("automatic").asBoolean()).isTrue();
        assertThat(suggested.get("classCode").asText()).isEqualTo("E0000");
        assertThat(suggested.get("candidates").get(0).get("classCode").asText()).isEqualTo("X7103");
        JsonNode open = story.last(vague, CaseEvents.CLASS_SUGGESTED);
        assertThat(open.get("automatic").asBoolean()).isFalse();
        assertThat(open.get("candidates")).hasSize(3);
        assertThat(story.last(urgent, CaseEvents.CLASS_SUGGESTED)
                        .get("automatic")
                        .asBoolean())
                .isFalse();
        DeskApi.as("shift-leader")
                .get("/dispatch/suggestions/{id}", clear)
                .then()
                .statusCode(200)
                .body("advice.candidates[0].label", equalTo("X7103"))
                .body("advice.candidates[0].reasons", hasSize(greaterThan(0)));
        DeskApi.as("water").get("/dispatch/suggestions/{id}", clear).then().statusCode(403);
    }

    @Test
    void without_a_model_everything_waits_with_the_reason() {
        // When
        UUID filed = story.filed(LAMP, TEXTS.get(0) + 1);
        UUID reported = story.reported(TEXTS.get(0) + 1, false);

        // Then
        assertThat(waiting(filed).get("reason").toString()).contains("No learned model is active");
        soon(() -> dispatcher
                .get("/dispatch/suggestions/{id}", reported)
                .then()
                .statusCode(200)
                .body("advice.reason", containsString("No learned model"), "advice.candidates", hasSize(0)));
    }

    @Test
    void a_return_becomes_a_label() throws SQLException {
        // Given: gas had it first, power in the end
        UUID caseId = story.filed(EITHER, "a pipe or a cable");
        UUID first = UUID.fromString(waiting(caseId).get("taskId").toString());
        dispatcher
                .act(first, "dispatch", Map.of("department", "gas-company"))
                .then()
                .statusCode(200);
        driver.act(first, "return", Map.of("opinion", "a cable")).then().statusCode(200);
        dispatcher.act(first, "approve", Map.of()).then().statusCode(200);
        UUID second = UUID.fromString(waiting(caseId).get("taskId").toString());
        dispatcher
                .act(second, "dispatch", Map.of("department", "power-company"))
                .then()
                .statusCode(200);
        driver.act(second, "sign", Map.of()).then().statusCode(200);
        driver.act(second, "report-handling", Map.of()).then().statusCode(200);
        story.closed(caseId, EITHER);
        soon(() -> assertThat(Tables.texts("select state from task where task_id = '" + second + "'"))
                .containsExactly("CLOSED"));

        // When
        train("DONE");

        // Then
        assertThat(Tables.texts(
                        "select unit || ' not ' || first_unit from learning_example where case_id = '" + caseId + "'"))
                .containsExactly("power-company not gas-company");
        assertThat(figure("class", EITHER, "firstDispatchAccuracy")).isLessThan(1);
    }

    @Test
    void a_worse_candidate_is_refused_and_an_older_version_can_be_gone_back_to() throws SQLException {
        // Given: a good model, then weeks in which nobody filed under the right unit, and a clean end to be tested on
        history(LONG_AGO, HISTORY);
        trained();
        Instant later = LONG_AGO.plus(Duration.ofHours(6L * HISTORY));
        for (int i = 0; i < 480; i++) {
            story.imported(
                    CLASSES.get(random.nextInt(4)),
                    UNITS.get(random.nextInt(4)),
                    TEXTS.get(random.nextInt(4)) + random.nextInt(50),
                    later.plus(Duration.ofHours(i)));
        }
        for (int i = 0; i < 120; i++) {
            usual(i, later.plus(Duration.ofHours(480L + i)));
        }
        soon(() -> assertThat(examples()).isEqualTo(HISTORY + 600));

        // When
        train("DONE");

        // Then
        List<String> refused =
                Tables.texts("select reason from learned_model where target = 'UNIT' and state = 'REFUSED'");
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0)).contains("the running model in");
        admin("GET", "/dispatch/alerts").then().body("items.kind", hasItem("MODEL_REFUSED"));
        long version = Long.parseLong(
                Tables.texts("select version from learned_model where target = 'UNIT' and state = 'REFUSED'")
                        .get(0));
        long before = Long.parseLong(
                Tables.texts("select version from learned_model where target = 'UNIT' and state = 'ACTIVE'")
                        .get(0));
        admin("POST", "/dispatch/models/" + version + "/activate")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
        soon(() -> admin("GET", "/dispatch/models")
                .then()
                .body("items.find { it.version == " + version + " }.loaded", equalTo(true)));
        admin("POST", "/dispatch/models/" + before + "/activate").then().statusCode(200);
        soon(() -> admin("GET", "/dispatch/models")
                .then()
                .body("items.find { it.version == " + before + " }.loaded", equalTo(true))
                .body("items.find { it.version == " + version + " }.state", equalTo("STANDBY")));
    }

    @Test
    void a_model_that_cannot_be_read_stops_neither_routing_nor_learning() throws SQLException {
        // Given
        history(LONG_AGO, HISTORY);
        trained();
        String broken = Tables.texts("select version from learned_model where target = 'UNIT' and state = 'ACTIVE'")
                .get(0);
        Tables.change("update learned_model set state = 'STANDBY' where version = " + broken);
        soon(() -> admin("GET", "/dispatch/models")
                .then()
                .body("items.find { it.version == " + broken + " }.loaded", equalTo(false)));
        Tables.change("update learned_model_part set bytes = '\\x1f8bdead' where version = " + broken);

        // When
        admin("POST", "/dispatch/models/" + broken + "/activate").then().statusCode(200);

        // Then
        soon(() -> admin("GET", "/dispatch/alerts")
                .then()
                .body("items.find { it.subject == 'unit-" + broken + "' }.kind", equalTo("MODEL_UNREADABLE")));
        UUID filed = story.filed(LAMP, TEXTS.get(0) + 1);
        assertThat(waiting(filed).get("reason").toString()).contains("No learned model is active");
        train("DONE");
        soon(() -> admin("GET", "/dispatch/models")
                .then()
                .body("items.find { it.target == 'UNIT' && it.loaded }.state", equalTo("ACTIVE")));
        UUID again = story.filed(LAMP, TEXTS.get(0) + 2);
        assertThat(story.last(again, CaseEvents.TASK_DISPATCHED)
                        .get("department")
                        .asText())
                .isEqualTo("lighting-centre");
    }

    @Test
    void a_model_that_is_wrong_too_often_stops_deciding_and_says_so() throws SQLException {
        // Given: what it dispatches is passed on, six times out of six
        history(LONG_AGO, HISTORY);
        trained();
        for (int i = 0; i < 6; i++) {
            UUID caseId = story.filed(LAMP, TEXTS.get(0) + i);
            UUID task = UUID.fromString(
                    story.last(caseId, CaseEvents.TASK_DISPATCHED).get("taskId").asText());
            driver.act(task, "transfer", Map.of("department", "power-company"))
                    .then()
                    .statusCode(200);
        }

        // When
        int restrained = watch.look().await().atMost(Duration.ofSeconds(20));

        // Then
        assertThat(restrained).isEqualTo(1);
        admin("GET", "/dispatch/alerts").then().body("items.kind", hasItem("MODEL_STOPPED"));
        soon(() -> RestAssured.get("/q/metrics")
                .then()
                .body(containsString("urbanops_dispatch_learned_automatic{target=\"UNIT\"} 0.0")));
        UUID next = story.filed(LAMP, TEXTS.get(0) + 9);
        assertThat(waiting(next).get("reason").toString()).contains("told to suggest only");
    }

    @Test
    void one_training_at_a_time_which_can_be_stopped() throws SQLException {
        // Given: one that a replica took and lost, and one that waits for nobody
        Tables.change("""
                insert into training_run (run_id, state, requested_by, requested_at, step, progress, stop_requested, heartbeat_at)
                values ('0199a000-0000-7000-8000-00000000aaaa', 'RUNNING', 'x', now(), 'training', 0.3, false, now())
                """);

        // Then
        admin("POST", "/dispatch/models")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:training-in-progress"));
        admin("POST", "/dispatch/models/trainings/0199a000-0000-7000-8000-00000000aaaa/stop")
                .then()
                .statusCode(200)
                .body("stopRequested", equalTo(true));
        Tables.change("update training_run set heartbeat_at = now() - interval '5 minutes'");
        soon(() -> admin("GET", "/dispatch/models/trainings/0199a000-0000-7000-8000-00000000aaaa")
                .then()
                .body("state", equalTo("FAILED")));
        admin("POST", "/dispatch/models/trainings/0199a000-0000-7000-8000-00000000aaaa/stop")
                .then()
                .statusCode(409);
    }

    @Test
    void only_what_can_be_learned_from_is_kept_and_once() throws SQLException {
        // When
        story.imported(LAMP, null, "open there", LONG_AGO, "HANDLING");
        story.imported("E0000", null, "says nothing", LONG_AGO, "CLOSED");
        story.imported(LAMP, null, "a class alone", LONG_AGO, "CLOSED");
        UUID whole = story.imported(LAMP, "lighting-centre", "x".repeat(5_000), LONG_AGO);

        // Then
        soon(() -> assertThat(Tables.texts("select length(text) from learning_example where case_id = '" + whole + "'"))
                .containsExactly("160"));
        soon(() -> assertThat(examples()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /dispatch/figures?groupBy=unit, 400, groupBy",
        "GET, /dispatch/figures?from=yesterday, 400, from",
        "GET, /dispatch/figures?from=%2B999999999-01-01, 400, from",
        "GET, /dispatch/figures?from=2026-02-01&to=2026-01-01, 400, to",
        "GET, /dispatch/figures?from=2020-01-01&to=2026-01-01, 400, from",
        "GET, /dispatch/suggestions/0199a000-0000-7000-8000-000000000009, 404, ",
        "GET, /dispatch/models/trainings/0199a000-0000-7000-8000-000000000009, 404, ",
        "POST, /dispatch/models/trainings/0199a000-0000-7000-8000-000000000009/stop, 404, ",
        "POST, /dispatch/models/987654321/activate, 404, ",
        "POST, /dispatch/models/987654321/suggest-only, 404, ",
        "POST, /dispatch/models/one/activate, 404, "
    })
    void says_what_is_wrong_with_a_request(String method, String path, int status, String field) {
        Response answer = admin(method, path);
        answer.then().statusCode(status);
        if (field != null) {
            answer.then().body("errors[0].field", equalTo(field));
        }
    }

    @Test
    void training_is_not_for_everybody() {
        DeskApi.as("water").get("/dispatch/models").then().statusCode(403);
        dispatcher.get("/dispatch/models").then().statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("dispatcher"))
                .post("/api/v1/dispatch/models")
                .then()
                .statusCode(403);
    }

    private void history(Instant from, int cases) {
        for (int i = 0; i < cases; i++) {
            usual(i, from.plus(Duration.ofHours(6L * i)));
        }
        soon(() -> assertThat(examples()).isEqualTo(cases));
    }

    /** Four of five cases follow their class, the fifth goes to either of two units. */
    private void usual(int i, Instant at) {
        if (i % 5 == 4) {
            story.imported(
                    EITHER,
                    random.nextBoolean() ? "gas-company" : "power-company",
                    "a pipe or a cable at " + random.nextInt(50),
                    at);
            return;
        }
        int kind = random.nextInt(4);
        story.imported(CLASSES.get(kind), UNITS.get(kind), TEXTS.get(kind) + random.nextInt(50), at);
    }

    private float figure(String groupBy, String key, String name) {
        return dispatcher
                .get("/dispatch/figures?groupBy=" + groupBy)
                .jsonPath()
                .getFloat("items.find { it.key == '" + key + "' }." + name);
    }

    private static int examples() throws SQLException {
        return Integer.parseInt(
                Tables.texts("select count(*) from learning_example").get(0));
    }

    private void trained() throws SQLException {
        train("DONE");
        soon(() -> admin("GET", "/dispatch/models")
                .then()
                .body("items.findAll { it.loaded }.target", hasSize(2))
                .body("items.findAll { it.loaded }.figures.top1", org.hamcrest.Matchers.everyItem(greaterThan(0.7f))));
    }

    private void train(String state) {
        String run = admin("POST", "/dispatch/models")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");
        soon(() -> admin("GET", "/dispatch/models/trainings/" + run).then().body("state", equalTo(state)));
    }

    private Map<String, ?> waiting(UUID caseId) {
        String find = "items.find { it.caseId == '" + caseId + "' }";
        soon(() -> assertThat(dispatcher.get("/dispatch/queue?limit=200").<Object>path(find))
                .isNotNull());
        return dispatcher.get("/dispatch/queue?limit=200").path(find);
    }

    private static Response admin(String method, String path) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .urlEncodingEnabled(false)
                .request(method, "/api/v1" + path);
    }
}
