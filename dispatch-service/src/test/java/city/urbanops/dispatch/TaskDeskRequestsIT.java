package city.urbanops.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk may be asked, and what it says to a question or a step that is wrong. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class TaskDeskRequestsIT extends AtTheDesk {

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
    void units_are_public_to_everybody_signed_in() {
        DeskApi.as("agent")
                .get("/units?limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(61))
                .body("items.code", hasItem("water-company"));
    }
}
