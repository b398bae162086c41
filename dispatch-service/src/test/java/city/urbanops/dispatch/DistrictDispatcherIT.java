package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command centre of a district: a dispatcher whose token names an area has that part of the queue, and no other. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class DistrictDispatcherIT {

    private static final String NO_RULE = "X9902";
    private static final String WEST = "450202001001001";
    private static final String EAST = "450203001001001";

    private final DeskApi city = DeskApi.as("dispatcher");
    private final DeskApi district = DeskApi.as("district-dispatcher");
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
    void sees_and_dispatches_what_waits_in_the_own_area_only() {
        // Given
        FiledCaseStory here = FiledCaseStory.filedIn(probe, NO_RULE, WEST);
        FiledCaseStory there = FiledCaseStory.filedIn(probe, NO_RULE, EAST);
        UUID taskHere = reserved(here);
        UUID taskThere = reserved(there);

        // Then
        List<String> areas = district.get("/dispatch/queue?limit=200").path("items.areaCode");
        assertThat(areas).isNotEmpty().allMatch(code -> code.startsWith("450202"));
        district.get("/dispatch/queue?limit=200").then().body("items.taskId", hasItem(taskHere.toString()));
        district.act(taskThere, "dispatch", Map.of("department", "gas-company"))
                .then()
                .statusCode(403);
        district.act(taskHere, "dispatch", Map.of("department", "gas-company"))
                .then()
                .statusCode(200)
                .body("department", equalTo("gas-company"));
        here.closed();
        there.closed();
    }

    private UUID reserved(FiledCaseStory story) {
        soon(() -> city.get("/dispatch/queue?limit=200")
                .then()
                .statusCode(200)
                .body("items.caseId", hasItem(story.caseId().toString())));
        return UUID.fromString(city.get("/dispatch/queue?limit=200")
                .path("items.find { it.caseId == '" + story.caseId() + "' }.taskId"));
    }
}
