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
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks more than one unit has to do with: helpers, supervising districts, disputes and their arbiter. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class SharedTasksIT {

    private static final String UNKNOWN_COVER = "P0123";
    private static final String WATER_COVER = "P0101";

    private EventProbe probe;
    private DeskApi water;
    private DeskApi driver;
    private DeskApi shiftLeader;
    private DeskApi dispatcher;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        water = DeskApi.as("water");
        driver = DeskApi.asClient("urbanops-driver");
        shiftLeader = DeskApi.as("shift-leader");
        dispatcher = DeskApi.as("dispatcher");
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

    @Test
    void an_assisting_unit_sees_the_task_and_reports_its_part() {
        // Given: a cover nobody knows the owner of; water, drainage and telecom help
        FiledCaseStory story = FiledCaseStory.filed(probe, UNKNOWN_COVER);
        UUID taskId = story.taskId();
        water.get("/departments/water-company/tasks?part=ASSISTING&caseId={id}", story.caseId())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].department", equalTo("municipal-centre"));
        water.get("/departments/water-company/tasks?caseId={id}", story.caseId())
                .then()
                .body("items", hasSize(0));
        water.act(taskId, "sign", Map.of()).then().statusCode(403);

        // When
        water.act(taskId, "report-part", Map.of("opinion", "not our cover, barrier put up"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"));

        // Then
        water.get("/tasks/{id}", taskId)
                .then()
                .statusCode(200)
                .body("light", equalTo("GREEN"))
                .body("signDueAt", notNullValue())
                .body("parties.find { it.department == 'water-company' }.role", equalTo("ASSISTING"))
                .body(
                        "parties.find { it.department == 'water-company' }.opinion",
                        equalTo("not our cover, barrier put up"))
                .body("parties.find { it.department == 'water-company' }.reportedAt", notNullValue());
        var part = story.last(CaseEvents.TASK_PART_REPORTED);
        assertThat(part.get("assistingUnit").asText()).isEqualTo("water-company");
        assertThat(part.get("department").asText()).isEqualTo("municipal-centre");
        DeskApi.as("crew").act(taskId, "report-part", Map.of()).then().statusCode(403);
        DeskApi.as("crew").get("/tasks/{id}", taskId).then().statusCode(403);
        dispatcher
                .act(taskId, "report-part", Map.of())
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("department"));
    }

    @Test
    void a_hotline_case_is_copied_to_its_district() {
        // When
        FiledCaseStory story = FiledCaseStory.filedFrom(probe, WATER_COVER, "HOTLINE_12345");

        // Then
        assertThat(story.last(CaseEvents.TASK_DISPATCHED)
                        .get("supervisingUnits")
                        .get(0)
                        .asText())
                .isEqualTo("district-450202");
        driver.get("/departments/district-450202/tasks?part=SUPERVISING&caseId={id}", story.caseId())
                .then()
                .statusCode(200)
                .body("items.taskId", hasItem(story.taskId().toString()));
        driver.act(story.taskId(), "report-part", Map.of("department", "district-450202"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_case_that_went_to_and_fro_is_settled_by_the_arbiter() {
        // Given: water, gas, water
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();
        water.act(taskId, "transfer", Map.of("department", "gas-company"))
                .then()
                .statusCode(200);
        water.get("/tasks/{id}", taskId)
                .then()
                .statusCode(200)
                .body("firstDepartment", equalTo("water-company"))
                .body("parties[0].role", equalTo("FIRST_RECIPIENT"));
        driver.act(taskId, "transfer", Map.of("department", "water-company"))
                .then()
                .statusCode(200)
                .body("moves", equalTo(2));
        water.act(taskId, "transfer", Map.of("department", "gas-company"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:needs-arbiter"));
        water.act(taskId, "return", Map.of("opinion", "gas smells, water does not"))
                .then()
                .statusCode(200);
        dispatcher.act(taskId, "approve", Map.of()).then().statusCode(409);
        dispatcher
                .act(taskId, "arbitrate", Map.of("department", "gas-company", "opinion", "gas"))
                .then()
                .statusCode(403);
        shiftLeader
                .act(taskId, "arbitrate", Map.of("department", "gas-company"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("opinion"));

        // When
        shiftLeader
                .act(taskId, "arbitrate", Map.of("department", "gas-company", "opinion", "it is a gas pipe"))
                .then()
                .statusCode(200)
                .body("department", equalTo("gas-company"))
                .body("arbitrated", equalTo(true));

        // Then
        driver.act(taskId, "return", Map.of("opinion", "no"))
                .then()
                .statusCode(409)
                .body("detail", containsString("gas-company"));
        soon(() -> assertThat(story.answerNames())
                .containsExactly("task.dispatched", "task.transferred", "task.transferred", "task.transferred"));
        assertThat(story.last(CaseEvents.TASK_TRANSFERRED).get("opinion").asText())
                .isEqualTo("it is a gas pipe");
    }

    @Test
    void moves_are_remembered_while_a_returned_case_waits() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        water.act(story.taskId(), "return", Map.of("opinion", "not ours"))
                .then()
                .statusCode(200);
        dispatcher.act(story.taskId(), "approve", Map.of()).then().statusCode(200);
        UUID reserved = UUID.fromString(dispatcher
                .get("/dispatch/queue?limit=200")
                .path("items.find { it.caseId == '" + story.caseId() + "' }.taskId"));

        // When
        dispatcher
                .act(reserved, "dispatch", Map.of("department", "gas-company"))
                .then()
                .statusCode(200)
                .body("moves", equalTo(1))
                .body("firstDepartment", equalTo("water-company"));

        // Then: who had it first stays answerable
        water.get("/departments/water-company/tasks?part=FIRST_RECIPIENT&caseId={id}", story.caseId())
                .then()
                .body("items.taskId", hasItem(reserved.toString()));
    }

    @Test
    void the_centre_urges_and_the_journal_hears_of_it() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);

        // When
        DeskApi.as("agent")
                .act(story.taskId(), "urge", Map.of("opinion", "the caller rang again"))
                .then()
                .statusCode(200);
        dispatcher.act(story.taskId(), "urge", Map.of()).then().statusCode(200).body("urges", equalTo(2));

        // Then
        water.act(story.taskId(), "urge", Map.of()).then().statusCode(403);
        soon(() -> assertThat(story.answerNames()).containsExactly("task.dispatched", "task.urged", "task.urged"));
        assertThat(story.last(CaseEvents.TASK_URGED).get("times").asInt()).isEqualTo(2);
    }

    @Test
    void refuses_a_part_that_is_none() {
        water.get("/departments/water-company/tasks?part=BOSS")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("part"));
    }
}
