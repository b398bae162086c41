package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.MATRIX;
import static city.urbanops.dispatch.AdminApi.post;
import static city.urbanops.dispatch.AdminApi.postCsv;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A row of the matrix may count its limit from discovery: lamps seen out at night are repaired by the next 夜巡日修. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class DiscoveryLimitIT extends ChangedCity {

    private static final String COLUMNS = "rule_id,class_pattern,lead_unit,source,discovery_limit,limit_reason\n";

    /** Now and half an hour ago lie within half an hour of natural time, whatever the hour; four working hours never do. */
    private final Instant seen = Instant.now().minus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);

    @Test
    void the_deadline_counts_from_when_it_was_seen_and_the_explanation_says_so() throws SQLException {
        // Given
        Response stored = postCsv(
                MATRIX, COLUMNS + "lamps,P,water-company,street lamps,100um,\"night patrol, day repair: 004\"\n");
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);

        // When
        FiledCaseStory story = FiledCaseStory.seen(probe, "P0101", seen);

        // Then
        JsonNode dispatched = story.last(CaseEvents.TASK_DISPATCHED);
        Instant due = seen.plus(Duration.ofMinutes(100));
        assertThat(Instant.parse(dispatched.get("dueAt").asText())).isEqualTo(due);
        assertThat(dispatched.get("timeLimit").asText()).isEqualTo("100um");
        assertThat(dispatched.get("limitReason").asText()).contains("lamps", "100um", seen.toString(), "day repair");
        soon(() -> {
            Response why = DeskApi.as("dispatcher").get("/dispatch/explanations/{id}", story.caseId());
            assertThat(why.<String>path("reason")).contains("100um from discovery at " + seen, "day repair");
            assertThat(Instant.parse(why.path("decisions[0].deadline.dueAt"))).isEqualTo(due);
        });
        assertThat(Tables.texts("select counted_from is not null from task where case_id = '" + story.caseId() + "'"))
                .containsExactly("t");
    }

    @Test
    void where_nobody_told_it_counts_from_filing_and_a_longer_limit_changes_nothing() {
        // Given
        assertThat(postCsv(MATRIX, COLUMNS + "lamps,P,water-company,lamps,10um,004\nlong,E,water-company,x,900ud,004\n")
                        .statusCode())
                .isEqualTo(201);

        // When
        JsonNode soonDue = FiledCaseStory.filed(probe, "P0101").last(CaseEvents.TASK_DISPATCHED);
        JsonNode ordinary = FiledCaseStory.seen(probe, "E0198", seen).last(CaseEvents.TASK_DISPATCHED);

        // Then
        assertThat(Instant.parse(soonDue.get("dueAt").asText()))
                .isBetween(
                        Instant.now().plus(8, ChronoUnit.MINUTES), Instant.now().plus(10, ChronoUnit.MINUTES));
        assertThat(ordinary.get("timeLimit").asText()).isEqualTo("4wh");
        assertThat(ordinary.path("limitReason").isMissingNode()
                        || ordinary.path("limitReason").isNull())
                .isTrue();
        assertThat(ordinary.get("reason").asText()).contains("900ud", "ends no later");
    }

    @Test
    void limits_that_are_none_are_refused_by_line() {
        Response refused = postCsv(
                MATRIX,
                COLUMNS
                        + "a,P0101,water-company,x,2wd,004\nb,P0101,water-company,x,soon,004\nc,P0101,water-company,x,24uh,\n"
                        + "d,P0101,water-company,x,,004\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.field")).containsExactly("line 2", "line 3", "line 4", "line 5");
        assertThat(refused.<List<String>>path("errors.message"))
                .contains(
                        "discovery_limit: '2wd' is working time; write um, uh or ud",
                        "discovery_limit: Not a time limit such as 4wh or 2ud: 'soon'",
                        "limit_reason: is missing",
                        "limit_reason: is there, and no discovery_limit");
        assertThat(post(
                                MATRIX + "?dryRun=true",
                                Map.of(
                                        "rules",
                                        List.of(Map.of(
                                                "ruleId", "a",
                                                "classPattern", "P0101",
                                                "leadUnit", "water-company",
                                                "source", "x",
                                                "discoveryLimit", "24uh",
                                                "limitReason", "004"))))
                        .statusCode())
                .isEqualTo(200);
    }
}
