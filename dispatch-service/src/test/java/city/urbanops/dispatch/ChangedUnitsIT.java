package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.MATRIX;
import static city.urbanops.dispatch.AdminApi.postCsv;
import static city.urbanops.dispatch.AdminApi.put;
import static city.urbanops.dispatch.AdminApi.shipped;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.deadlines.WorkingSlot;
import city.urbanops.dispatch.city.persistence.ShippedCity;
import city.urbanops.dispatch.units.application.ReleaseLeftOver;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of the tasks of a unit that is changed or dissolved. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class ChangedUnitsIT extends ChangedCity {

    @Inject
    ReleaseLeftOver leftOver;

    @Test
    void a_dissolved_unit_loses_its_tasks_to_the_queue_and_its_rules() {
        // Given
        assertThat(put("/api/v1/units/test-company", unit(true)).statusCode()).isEqualTo(200);
        assertThat(postCsv(MATRIX, shipped() + "t902,E0199,,,test-company,,for the test\n")
                        .statusCode())
                .isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();

        // When
        Response dissolved = put("/api/v1/units/test-company", unit(false));

        // Then
        assertThat(dissolved.statusCode()).as(dissolved.asString()).isEqualTo(200);
        assertThat(dissolved.<Integer>path("tasksReleased")).isEqualTo(1);
        assertThat(DeskApi.as("dispatcher").get("/tasks/{id}", taskId).<String>path("state"))
                .isEqualTo("WITHDRAWN");
        assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", story.caseId())
                        .<String>path("reason"))
                .contains("test-company is dissolved");
        assertThat(DeskApi.as("admin").get("/dispatch/alerts").<List<String>>path("items.subject"))
                .contains("t902");
        FiledCaseStory next = FiledCaseStory.filed(probe, "E0199");
        soon(() -> assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", next.caseId())
                        .<String>path("reason"))
                .contains("t902", "switched off"));
    }

    @Test
    void work_a_dissolved_unit_handed_back_goes_to_the_queue_when_its_check_fails() {
        // Given
        assertThat(put("/api/v1/units/short-lived-company", unit(true)).statusCode())
                .isEqualTo(200);
        assertThat(postCsv(MATRIX, shipped() + "t903,E0199,,,short-lived-company,,for the test\n")
                        .statusCode())
                .isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        DeskApi dispatcher = DeskApi.as("dispatcher");
        dispatcher.act(taskId, "sign", Map.of()).then().statusCode(200);
        dispatcher.act(taskId, "report-handling", Map.of()).then().statusCode(200);
        assertThat(put("/api/v1/units/short-lived-company", unit(false)).<Integer>path("tasksReleased"))
                .isZero();
        story.checkFailed();
        soon(() -> assertThat(dispatcher.get("/tasks/{id}", taskId).<String>path("state"))
                .isEqualTo("HANDLING"));

        // When
        int released = leftOver.look().await().atMost(Duration.ofSeconds(10));

        // Then
        assertThat(released).isEqualTo(1);
        assertThat(dispatcher.get("/tasks/{id}", taskId).<String>path("state")).isEqualTo("WITHDRAWN");
        assertThat(story.last(CaseEvents.TASK_RETURNED).get("opinion").asText())
                .isEqualTo("The unit short-lived-company is dissolved.");
        assertThat(dispatcher.get("/dispatch/explanations/{id}", story.caseId()).<String>path("reason"))
                .contains("short-lived-company is dissolved");
        assertThat(leftOver.look().await().atMost(Duration.ofSeconds(10))).isZero();
    }

    @Test
    void a_transferred_task_is_due_by_the_hours_of_the_unit_that_gets_it() {
        // Given
        assertThat(put("/api/v1/units/night-company", unit(true)).statusCode()).isEqualTo(200);
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();

        // When
        Response moved =
                DeskApi.as("dispatcher").act(taskId, "transfer", Map.of("department", "night-company", "opinion", "x"));

        // Then
        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        story.last(CaseEvents.TASK_TRANSFERRED);
        Instant at = story.answers().stream()
                .filter(event -> event.type().equals(CaseEvents.TASK_TRANSFERRED.name()))
                .map(event -> Instant.parse(event.header("ce_time")))
                .findFirst()
                .orElseThrow();
        WorkingCalendar dayAndNight = WorkingCalendar.standard(
                        ZoneId.of("Asia/Shanghai"), ShippedCity.calendar().rows())
                .withHours(WorkingSlot.parse("00:00-00:00"));
        assertThat(Instant.parse(moved.path("dueAt")))
                .isEqualTo(Deadlines.due(at, TimeLimit.parse("4wh"), dayAndNight));
    }

    @Test
    void a_unit_below_itself_is_refused() {
        Response refused = put(
                "/api/v1/units/city-management-bureau",
                Map.of(
                        "nameZh", "x",
                        "nameEn", "x",
                        "kind", "DEPARTMENT",
                        "parentCode", "sanitation",
                        "workplace", "TASK_DESK",
                        "areaCode", "450200"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("errors[0].message")).contains("circle");
    }

    private static Map<String, Object> unit(boolean active) {
        return Map.of(
                "nameZh", "试验公司",
                "nameEn", "Test Company",
                "kind", "COMPANY",
                "workplace", "TASK_DESK",
                "areaCode", "450200",
                "active", active,
                "duties", List.of("tests"),
                "workingHours", "00:00-00:00");
    }
}
