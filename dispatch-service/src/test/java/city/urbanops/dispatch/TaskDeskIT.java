package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a filed case on Kafka through the desk and back to Kafka. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class TaskDeskIT extends AtTheDesk {

    @Test
    void a_filed_case_becomes_a_task_is_signed_handed_back_and_closed() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();

        // When
        water.act(taskId, "sign", Map.of()).then().statusCode(200).body("state", equalTo("HANDLING"));
        water.act(taskId, "report-handling", Map.of("opinion", "new cover", "media", List.of("s3://photo")))
                .then()
                .statusCode(200)
                .body("state", equalTo("HANDED_BACK"))
                .body("caseId", equalTo(story.caseId().toString()))
                .body("caseNumber", equalTo("2026112100001"))
                .body("round", equalTo(1));
        story.closed();

        // Then
        soon(() -> dispatcher
                .get("/tasks/{id}", taskId)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("records", hasSize(1))
                .body("records[0].media", hasItem("s3://photo")));
        assertThat(story.answerNames()).containsExactly("task.dispatched", "task.signed", "task.handed-back");
        var dispatched = story.last(CaseEvents.TASK_DISPATCHED);
        assertThat(dispatched.get("department").asText()).isEqualTo("water-company");
        assertThat(dispatched.get("workplace").asText()).isEqualTo("TASK_DESK");
        assertThat(dispatched.get("actor").asText()).isEqualTo("dispatch");
        assertThat(dispatched.get("automatic").asBoolean()).isTrue();
        assertThat(dispatched.get("text").asText()).isEqualTo("a cover is gone");
        assertThat(dispatched.get("timeLimit").asText()).isEqualTo("4wh");
        assertThat(story.last(CaseEvents.TASK_HANDED_BACK).get("actor").asText())
                .isEqualTo("water");
        assertThat(story.last(CaseEvents.TASK_HANDED_BACK).get("dueAt")).isEqualTo(dispatched.get("dueAt"));
    }

    @Test
    void a_repeated_key_gets_the_same_answer_and_one_signature() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();
        String key = UUID.randomUUID().toString();

        // When
        var first = water.actWithKey(taskId, "sign", key)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var second = water.actWithKey(taskId, "sign", key)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(story.answerNames()).containsExactly("task.dispatched", "task.signed");
    }
}
