package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.dispatch.learning.application.WatchModels;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a learned model decides where no rule does, and how it is held to what it promised. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class LearnedDecisionsIT extends LearningCity {

    @Inject
    WatchModels watch;

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
}
