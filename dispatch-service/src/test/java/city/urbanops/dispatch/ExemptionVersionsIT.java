package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.post;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Zones and hours without automatic dispatch. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class ExemptionVersionsIT extends ChangedCity {

    @Test
    void an_exemption_for_the_whole_day_sends_cases_to_the_queue() {
        // Given
        Map<String, Object> zone = Map.of(
                "zoneId", "z1",
                "name", "everywhere",
                "classPatterns", List.of("E0198"),
                "suggestion", "NO_VIOLATION",
                "source", "for the test");

        // When
        Response stored = post("/api/v1/dispatch/exemptions/versions", Map.of("exemptions", List.of(zone)));

        // Then
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0198");
        soon(() -> assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", story.caseId())
                        .<String>path("reason"))
                .contains("z1", "most likely no violation"));
    }
}
