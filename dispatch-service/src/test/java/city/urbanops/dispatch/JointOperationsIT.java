package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.post;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Joint operations: more units on cases while they run. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class JointOperationsIT extends ChangedCity {

    private static final String OPERATIONS = "/api/v1/dispatch/operations/versions";

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void a_case_of_a_running_operation_gets_its_units_and_the_explanation_names_it() {
        // Given
        Response stored = store(List.of(
                operation("now", Map.of("assistingUnits", List.of("drainage-company"))),
                operation(
                        "over",
                        Map.of(
                                "leadUnit",
                                "urban-enforcement",
                                "startsAt",
                                today.minus(2, ChronoUnit.DAYS).toString(),
                                "endsAt",
                                today.minus(1, ChronoUnit.DAYS).toString()))));
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);

        // When
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");

        // Then
        JsonNode dispatched = story.last(CaseEvents.TASK_DISPATCHED);
        assertThat(dispatched.get("department").asText()).isEqualTo("water-company");
        assertThat(dispatched.get("assistingUnits").toString()).contains("drainage-company");
        soon(() -> assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", story.caseId())
                        .<String>path("reason"))
                .contains("joint operation now", "help of drainage-company")
                .doesNotContain("over"));
    }

    @Test
    void an_operation_that_names_a_lead_gives_it_the_case() {
        // Given
        Response stored = store(List.of(operation("now", Map.of("leadUnit", "drainage-company"))));
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);

        // When
        JsonNode dispatched = FiledCaseStory.filed(probe, "P0101").last(CaseEvents.TASK_DISPATCHED);

        // Then
        assertThat(dispatched.get("department").asText()).isEqualTo("drainage-company");
        assertThat(dispatched.get("assistingUnits").toString()).contains("water-company");
    }

    @Test
    void operations_that_are_none_are_refused_by_place_and_field() throws SQLException {
        // When
        Response refused = store(List.of(
                operation("a", Map.of("leadUnit", "nobody", "areaCode", "999999", "classPatterns", List.of("Z"))),
                operation("b", Map.of("endsAt", "2026-01-01T00:00:00Z")),
                operation("c", Map.of("leadUnit", "water-company")),
                operation("d", Map.of("leadUnit", "drainage-company", "assistingUnits", List.of("drainage-company")))));

        // Then
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.message"))
                .contains(
                        "leadUnit: 'nobody' is not a unit",
                        "areaCode: '999999' is not an area",
                        "classPatterns: no class begins with 'Z'",
                        "endsAt: lies before startsAt",
                        "assistingUnits: must not be empty where no unit leads: the operation would change nothing",
                        "assistingUnits: 'drainage-company' leads already",
                        "leadUnit: 'water-company' leads 'c', which is about the same cases at the same time");
        assertThat(refused.<List<String>>path("errors.field"))
                .contains("operations[0] a", "operations[1] b", "operations[3] d");
        assertThat(Tables.texts("select operation_id from joint_operation")).isEmpty();
        assertThat(store(List.of(operation("e", Map.of("startsAt", "tomorrow"))))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(OPERATIONS, "{\"operations\":[" + "{},".repeat(1_000_000) + "{}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(given().auth()
                        .oauth2(Tokens.of("water"))
                        .get("/api/v1/dispatch/operations")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Response store(List<Map<String, Object>> operations) {
        return post(OPERATIONS, Map.of("operations", operations));
    }

    private Map<String, Object> operation(String id, Map<String, Object> more) {
        Map<String, Object> operation = new HashMap<>(Map.of(
                "operationId",
                id,
                "name",
                "road checkpoints",
                "classPatterns",
                List.of("P01"),
                "startsAt",
                today.minus(1, ChronoUnit.HOURS).toString(),
                "endsAt",
                today.plus(1, ChronoUnit.DAYS).toString(),
                "source",
                "plan of 2024"));
        operation.putAll(more);
        return operation;
    }
}
