package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.MATRIX;
import static city.urbanops.dispatch.AdminApi.postCsv;
import static city.urbanops.dispatch.AdminApi.shipped;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of the responsibility matrix come as a whole, and can be tried before. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class MatrixVersionsIT extends ChangedCity {

    @Test
    void a_new_rule_with_an_expression_decides_the_next_case() throws IOException {
        // When
        Response stored = postCsv(
                MATRIX,
                shipped()
                                .replace("source\n", "source,expression\n")
                                .replaceAll("(?m)([a-z])$", "$1,")
                                .replace("expression,", "expression")
                        + "t901,P0199,,,drainage-company,,for the test,channel == 'PUBLIC_REPORT' && hour >= 0\n");

        // Then
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0199");
        assertThat(story.last(CaseEvents.TASK_DISPATCHED).get("department").asText())
                .isEqualTo("drainage-company");
        soon(() -> assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", story.caseId())
                        .<String>path("reason"))
                .contains("t901", "channel == 'PUBLIC_REPORT'"));
    }

    @Test
    void rows_that_lead_nowhere_are_refused_by_line_and_reason() {
        Response refused = postCsv(MATRIX, """
                rule_id,class_pattern,lead_unit,source,expression,effective_from
                a,P0101,nobody,x,,
                b,Z99,water-company,x,,
                c,P0101,water-company,x,hour == 'noon',
                c,P0101,water-company,,,tomorrow
                """);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.field")).contains("line 2", "line 3", "line 4", "line 5");
        assertThat(refused.<List<String>>path("errors.message"))
                .contains("lead_unit: 'nobody' is not a unit", "class_pattern: no class begins with 'Z99'")
                .anySatisfy(message -> assertThat(message).startsWith("expression: 1:"))
                .contains("rule_id: 'c' comes twice", "source: is missing");
    }

    @Test
    void text_that_is_no_csv_is_refused_by_line() {
        Response refused = postCsv(MATRIX, "rule_id,class_pattern\na,\"P0101\n");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].field")).startsWith("line ");
    }

    @Test
    void a_shadow_run_stores_nothing_and_says_what_would_change() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        story.last(CaseEvents.TASK_DISPATCHED);

        // When
        Response report = postCsv(
                "/api/v1/dispatch/matrix/shadow?days=1",
                "rule_id,class_pattern,lead_unit,source\nx,P,drainage-company,test\n");

        // Then
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.<Integer>path("changed")).isPositive();
        assertThat(report.<List<String>>path("byUnit.department")).contains("water-company", "drainage-company");
    }
}
