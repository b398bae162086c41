package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.dispatch.task.application.FireTimers;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines that pass and suspensions that end, with several lookers at once as replicas would be. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class TimersIT {

    @Inject
    FireTimers timers;

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
    void many_passed_deadlines_are_announced_once_each_however_many_look() throws SQLException {
        // Given
        List<FiledCaseStory> stories = IntStream.range(0, 25)
                .mapToObj(i -> FiledCaseStory.filed(probe, "P0101"))
                .toList();
        String ids = String.join(
                ",", stories.stream().map(story -> "'" + story.caseId() + "'").toList());
        soon(() -> assertThat(Tables.texts("select task_id from task where case_id in (" + ids + ")"))
                .hasSize(25));

        // When
        Instant passed = Instant.now().minusSeconds(5);
        Tables.change(
                "update task set due_at = '%1$s', timer_at = '%1$s' where case_id in (%2$s)".formatted(passed, ids));
        Uni.join()
                .all(IntStream.range(0, 6).mapToObj(i -> timers.fireDue()).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));

        // Then
        soon(() -> assertThat(stories).allSatisfy(story -> assertThat(story.answerNames())
                .containsExactly("task.dispatched", "task.overdue", "task.escalated")));
        assertThat(Tables.texts("select count(*) from task where case_id in (" + ids
                        + ") and overdue_at is not null and escalation_level = 2 and timer_at > now()"))
                .containsExactly("25");
        assertThat(stories.get(0).last(CaseEvents.TASK_ESCALATED).get("level").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_deadline_is_announced_within_a_second() throws SQLException {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();
        Instant due = Instant.now().plusMillis(800);

        // When
        Tables.change(
                "update task set due_at = '%1$s', timer_at = '%1$s' where task_id = '%2$s'".formatted(due, taskId));
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Tables.texts("select overdue_at from task where overdue_at is not null and task_id = '"
                                + taskId + "'"),
                        found -> !found.isEmpty());

        // Then
        String lateness = Tables.texts(
                        "select extract(epoch from overdue_at - due_at) from task where task_id = '" + taskId + "'")
                .get(0);
        assertThat(Double.parseDouble(lateness)).isBetween(0.0, 1.0);
        assertThat(story.last(CaseEvents.TASK_OVERDUE).get("taskId").asText()).isEqualTo(taskId.toString());
    }

    @Test
    void a_task_turns_yellow_and_red_at_the_instant_and_each_is_told_once() throws SQLException {
        // Given: a clock of two urgent hours that began so long ago that four fifths end in half a second
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();
        Instant yellow = Instant.now().plusMillis(600);
        Instant started = yellow.minus(Duration.ofMinutes(96));

        // When: and a deadline that ends a second later
        Tables.change("""
                update task set time_limit = '2uh', clock_started_at = '%s', due_at = '%s', escalates_at = '%s', timer_at = '%s'
                where task_id = '%s'
                """.formatted(started, yellow.plusMillis(1000), yellow, yellow, taskId));

        // Then
        soon(() -> assertThat(story.answerNames())
                .containsExactly("task.dispatched", "task.escalated", "task.overdue", "task.escalated"));
        List<EventProbe.Event> escalations = story.answers().stream()
                .filter(event -> event.type().equals(CaseEvents.TASK_ESCALATED.name()))
                .toList();
        assertThat(escalations.get(0).json().get("level").asInt()).isEqualTo(1);
        assertThat(Duration.between(yellow, Instant.parse(escalations.get(0).header("ce_time"))))
                .isBetween(Duration.ofMillis(-1), Duration.ofSeconds(1));
        assertThat(escalations.get(1).json().get("level").asInt()).isEqualTo(2);
        assertThat(escalations.get(1).json().get("reason").asText()).contains("deadline has passed");
    }

    @Test
    void a_suspension_ends_by_itself_and_says_the_new_deadline() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();
        DeskApi water = DeskApi.as("water");
        water.act(taskId, "sign", Map.of()).then().statusCode(200);

        // When
        Instant until = Instant.now().plusMillis(1500);
        water.act(taskId, "suspend", Map.of("until", until.toString())).then().statusCode(200);

        // Then
        assertThat(Instant.parse(
                        story.last(CaseEvents.TASK_RESUMED).get("dueAt").asText()))
                .isAfterOrEqualTo(Instant.parse(
                        story.last(CaseEvents.TASK_DISPATCHED).get("dueAt").asText()));
        assertThat(story.last(CaseEvents.TASK_RESUMED).get("actor").asText()).isEqualTo("dispatch");
        assertThat((String) water.get("/tasks/{id}", taskId).path("state")).isEqualTo("HANDLING");
    }

    @Test
    void nobody_is_told_of_a_deadline_the_task_no_longer_waits_for() throws SQLException {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();
        DeskApi water = DeskApi.as("water");
        water.act(taskId, "sign", Map.of()).then().statusCode(200);
        water.act(taskId, "report-handling", Map.of()).then().statusCode(200);

        // When: a timer left over by mistake
        Tables.change("update task set due_at = now() - interval '1 hour', timer_at = now() where task_id = '" + taskId
                + "'");

        // Then
        soon(() -> assertThat(Tables.texts(
                        "select timer_at from task where timer_at is not null and task_id = '" + taskId + "'"))
                .isEmpty());
        assertThat(story.answerNames()).containsExactly("task.dispatched", "task.signed", "task.handed-back");
    }
}
