package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task whose unit works in a service of its own follows what that one says. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class SiteTasksIT {

    private static final String SITE_DUST = "E0304";

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
    void enforcement_signs_and_reports_in_its_own_service() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, SITE_DUST);
        UUID taskId = story.taskId();
        DeskApi officer = DeskApi.as("officer");
        officer.act(taskId, "sign", Map.of())
                .then()
                .statusCode(409)
                .body("detail", containsString("/api/v1/enforcement/assignments/" + taskId + "/actions/accept"));
        officer.act(taskId, "report-handling", Map.of())
                .then()
                .statusCode(409)
                .body("detail", containsString("/actions/report"));

        // When
        story.accepted(taskId).handled(taskId, 1).checkFailed().handled(taskId, 1);

        // Then: the report of the first round is superseded by the failed check
        soon(() -> officer.get("/tasks/{id}", taskId)
                .then()
                .body("state", equalTo("HANDLING"))
                .body("round", equalTo(2)));
        story.handled(taskId, 2).closed().reopened();
        soon(() -> assertThat(story.answerNames())
                .containsExactly(
                        "task.dispatched", "task.signed", "task.handed-back", "task.handed-back", "task.dispatched"));
        assertThat(story.last(CaseEvents.TASK_SIGNED).get("actor").asText()).isEqualTo("officer");
        var reopened = story.last(CaseEvents.TASK_DISPATCHED);
        assertThat(reopened.get("round").asInt()).isEqualTo(3);
        assertThat(reopened.get("timeLimit").asText()).isEqualTo("1wd");
        assertThat(reopened.get("taskId").asText()).isNotEqualTo(taskId.toString());
    }
}
