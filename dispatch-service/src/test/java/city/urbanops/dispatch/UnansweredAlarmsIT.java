package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.dust.DustUnanswered;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a dust alarm nobody answered to the unit that has its case. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class UnansweredAlarmsIT {

    private EventProbe probe;
    private DeskApi dispatcher;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        dispatcher = DeskApi.as("dispatcher");
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

    @Test
    void an_alarm_nobody_answered_presses_the_unit_once() {
        // Given
        var story = FiledCaseStory.filed(probe, "E0304");
        var taskId = story.taskId();
        var eventId = UUID.randomUUID();

        // When: the broker brings it twice, and one of a case that has no task
        tell(eventId, story.caseId());
        tell(eventId, story.caseId());
        tell(UUID.randomUUID(), UUID.randomUUID());
        var next = FiledCaseStory.filed(probe, "E0304");
        var nextTask = next.taskId();
        tell(UUID.randomUUID(), next.caseId());

        // Then: of one topic and key all before the last have been taken when that has
        soon(() -> dispatcher.get("/tasks/{id}", nextTask).then().body("urges", equalTo(1)));
        soon(() -> dispatcher
                .get("/tasks/{id}", taskId)
                .then()
                .statusCode(200)
                .body("urges", equalTo(1))
                .body("records[0].action", equalTo("urge"))
                .body("records[0].opinion", containsString("has not answered")));
        soon(() -> assertThat(story.answerNames()).containsExactly("task.dispatched", "task.urged"));
    }

    private void tell(UUID eventId, UUID caseId) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        probe.publish(
                eventId,
                DustEvents.UNANSWERED,
                new DustUnanswered("site-it", now.minus(Duration.ofHours(1)), caseId, "urban-enforcement", now),
                now);
    }
}
