package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a filed case on Kafka through the desk and back to Kafka. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class TaskDeskIT {

    private static final String WATER_COVER = "P0101";
    private static final String SITE_DUST = "E0304";

    private EventProbe probe;
    private DeskApi water;
    private DeskApi dispatcher;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        water = DeskApi.as("water");
        dispatcher = DeskApi.as("dispatcher");
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

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
                .act(reserved, "dispatch", Map.of("department", "gas-company"))
                .then()
                .statusCode(404));
        assertThat(story.answerNames()).isEmpty();
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

    @Test
    void the_desk_lists_a_unit_s_own_tasks() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();

        // Then
        water.get("/departments/water-company/tasks?caseId={id}", story.caseId())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].taskId", equalTo(taskId.toString()))
                .body("items[0].state", equalTo("DISPATCHED"));
        water.get("/departments/water-company/tasks?caseId={id}&state=HANDLING", story.caseId())
                .then()
                .body("items", hasSize(0));
        FiledCaseStory.filed(probe, WATER_COVER).taskId();
        String next = water.get("/departments/water-company/tasks?limit=1&state=DISPATCHED")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("nextCursor");
        water.get("/departments/water-company/tasks?limit=200&cursor={c}", next)
                .then()
                .statusCode(200)
                .body("items.taskId", hasItem(taskId.toString()));
        DeskApi.asClient("urbanops-driver")
                .get("/departments/water-company/tasks")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/departments/gas-company/tasks, 403, ",
        "/departments/nobody/tasks, 404, ",
        "/departments/water-company/tasks?state=DONE, 400, state",
        "/departments/water-company/tasks?caseId=7, 400, caseId",
        "/departments/water-company/tasks?limit=0, 400, limit",
        "/departments/water-company/tasks?cursor=x, 400, cursor",
        "/tasks/0199a000-0000-7000-8000-000000000009, 404, ",
        "/dispatch/queue, 403, ",
        "/dispatch/explanations/0199a000-0000-7000-8000-000000000009, 404, "
    })
    void bad_questions_get_a_problem_that_names_the_parameter(String path, int status, String field) {
        var answer = water.get(path);
        answer.then().statusCode(status).contentType("application/problem+json").body("type", notNullValue());
        if (field != null) {
            answer.then().body("errors[0].field", equalTo(field));
        }
    }

    @Test
    void bad_steps_change_nothing() throws SQLException {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();

        // Then
        water.act(taskId, "sign", Map.of("colour", "red"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("colour"));
        water.act(taskId, "sign", Map.of("note", 7)).then().statusCode(400).body("errors[0].field", equalTo("note"));
        water.act(taskId, "sign", Map.of("note", "x".repeat(4001)))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("note"));
        water.act(taskId, "transfer", Map.of()).then().statusCode(400).body("errors[0].field", equalTo("department"));
        water.act(taskId, "transfer", Map.of("department", "nobody"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("department"));
        water.act(UUID.randomUUID(), "sign", Map.of()).then().statusCode(404);
        DeskApi.as("crew").act(taskId, "sign", Map.of()).then().statusCode(403);
        DeskApi.as("agent").act(taskId, "sign", Map.of()).then().statusCode(403);
        DeskApi.with(Tokens.forged()).act(taskId, "sign", Map.of()).then().statusCode(401);
        assertThat(Tables.texts("select state from task where task_id = '" + taskId + "'"))
                .containsExactly("DISPATCHED");
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

    @Test
    void units_are_public_to_everybody_signed_in() {
        DeskApi.as("agent")
                .get("/units?limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(61))
                .body("items.code", hasItem("water-company"));
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
