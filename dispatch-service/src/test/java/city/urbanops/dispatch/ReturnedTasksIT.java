package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A task a unit gives back, or that nobody can be given, waits for the dispatcher under an id of its own. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class ReturnedTasksIT extends AtTheDesk {

    @Test
    void a_task_returned_waits_for_the_dispatcher_and_goes_on_under_its_reserved_id() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();
        water.act(taskId, "return", Map.of()).then().statusCode(400).body("errors[0].field", equalTo("opinion"));
        water.act(taskId, "return", Map.of("opinion", "not our cover"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURN_REQUESTED"));
        water.act(taskId, "approve", Map.of()).then().statusCode(403);
        dispatcher.act(taskId, "reject", Map.of("opinion", "look again")).then().statusCode(200);
        water.act(taskId, "return", Map.of("opinion", "really not ours")).then().statusCode(200);

        // When
        dispatcher.act(taskId, "approve", Map.of()).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        UUID reserved = reservedTaskOf(story);
        dispatcher
                .act(reserved, "dispatch", Map.of("department", "nobody"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("department"));
        dispatcher
                .act(reserved, "dispatch", Map.of("department", "gas-company"))
                .then()
                .statusCode(200)
                .body("taskId", equalTo(reserved.toString()))
                .body("department", equalTo("gas-company"))
                .body("state", equalTo("DISPATCHED"));

        // Then
        dispatcher
                .act(reserved, "dispatch", Map.of("department", "gas-company"))
                .then()
                .statusCode(409);
        soon(() -> assertThat(story.answerNames())
                .containsExactly("task.dispatched", "task.resumed", "task.returned", "task.dispatched"));
        var again = story.last(CaseEvents.TASK_DISPATCHED);
        assertThat(again.get("automatic").asBoolean()).isFalse();
        assertThat(again.get("actor").asText()).isEqualTo("dispatcher");
        assertThat(again.get("text").asText()).isEqualTo("a cover is gone");
        dispatcher
                .get("/dispatch/explanations/{id}", story.caseId())
                .then()
                .statusCode(200)
                .body("department", equalTo("gas-company"))
                .body("automatic", equalTo(false))
                .body("decisions.kind", equalTo(List.of("DISPATCHER", "QUEUED", "AUTOMATIC")));
    }

    @Test
    void a_case_that_ends_while_it_waits_leaves_the_queue() {
        // Given: no rule covers a kind X
        FiledCaseStory story = FiledCaseStory.filed(probe, "X9901");
        UUID reserved = reservedTaskOf(story);
        dispatcher
                .get("/dispatch/explanations/{id}", story.caseId())
                .then()
                .body("reason", containsString("No rule"))
                .body("taskId", equalTo(reserved.toString()));

        // When
        story.voided();

        // Then
        soon(() -> dispatcher
                .get("/dispatch/queue?limit=200")
                .then()
                .statusCode(200)
                .body("items.caseId", not(hasItem(story.caseId().toString()))));
        dispatcher
                .act(reserved, "dispatch", Map.of("department", "gas-company"))
                .then()
                .statusCode(404);
        assertThat(story.answerNames()).isEmpty();
    }

    private UUID reservedTaskOf(FiledCaseStory story) {
        soon(() -> dispatcher
                .get("/dispatch/queue?limit=200")
                .then()
                .statusCode(200)
                .body("items.caseId", hasItem(story.caseId().toString())));
        return UUID.fromString(dispatcher
                .get("/dispatch/queue?limit=200")
                .path("items.find { it.caseId == '" + story.caseId() + "' }.taskId"));
    }
}
