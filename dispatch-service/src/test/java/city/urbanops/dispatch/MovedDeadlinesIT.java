package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a unit can do about its deadline. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class MovedDeadlinesIT extends AtTheDesk {

    @Test
    void deadlines_move_by_extension_suspension_and_transfer() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();
        Instant until = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        water.act(taskId, "extend", Map.of()).then().statusCode(409);
        water.act(taskId, "sign", Map.of()).then().statusCode(200);

        // When
        water.act(taskId, "extend", Map.of("opinion", "rain"))
                .then()
                .statusCode(200)
                .body("extensions", equalTo(1));
        water.act(taskId, "suspend", Map.of()).then().statusCode(400).body("errors[0].field", equalTo("until"));
        water.act(taskId, "suspend", Map.of("until", until.toString()))
                .then()
                .statusCode(200)
                .body("state", equalTo("SUSPENDED"))
                .body("suspendedUntil", equalTo(until.toString()));
        water.act(taskId, "resume", Map.of()).then().statusCode(200).body("state", equalTo("HANDLING"));
        water.act(taskId, "suspend", Map.of("until", until.toString())).then().statusCode(409);
        water.act(taskId, "transfer", Map.of("department", "drainage-company"))
                .then()
                .statusCode(200)
                .body("department", equalTo("drainage-company"))
                .body("extensions", equalTo(0));

        // Then
        water.act(taskId, "sign", Map.of()).then().statusCode(403);
        soon(() -> assertThat(story.answerNames())
                .containsExactly(
                        "task.dispatched",
                        "task.signed",
                        "task.extended",
                        "task.suspended",
                        "task.resumed",
                        "task.transferred"));
        var transferred = story.last(CaseEvents.TASK_TRANSFERRED);
        assertThat(transferred.get("fromDepartment").asText()).isEqualTo("water-company");
        assertThat(transferred.get("department").asText()).isEqualTo("drainage-company");
        assertThat(transferred.get("text").asText()).isEqualTo("a cover is gone");
        assertThat(Instant.parse(
                        story.last(CaseEvents.TASK_EXTENDED).get("dueAt").asText()))
                .isAfter(Instant.parse(
                        story.last(CaseEvents.TASK_DISPATCHED).get("dueAt").asText()));
    }
}
