package city.urbanops.sanitation.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import city.urbanops.testkit.site.SiteApi;
import city.urbanops.testkit.site.SiteRequests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "sanitation"))
class WorkOrderRequestsIT extends SiteRequests {

    WorkOrderRequestsIT() {
        super(SanitationSite.SITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"water", "officer", "lead", "agent", "reviewer"})
    void lets_only_crews_act(String user) {
        // Given
        var task = given();

        // When
        var answer = SiteApi.of(site, Tokens.of(user)).act(task.taskId(), "start");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(people.one(task.taskId()).jsonPath().getString("state")).isEqualTo("ORDERED");
    }
}
