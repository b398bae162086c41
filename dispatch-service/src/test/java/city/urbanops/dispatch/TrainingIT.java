package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is learned from, and which version of a model runs. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class TrainingIT extends LearningCity {

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
}
