package city.urbanops.metrics;

import static city.urbanops.metrics.RatesApi.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import org.junit.jupiter.api.Test;

/** What is served against the log, before and after somebody spoils it. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class ReconciliationIT {

    private static final String PATH = "/api/v1/metrics/reconciliation";

    @Test
    void tells_that_all_is_equal_and_what_is_not() throws SQLException {
        // Given
        var start = Instant.parse("2007-03-02T01:00:00Z");
        try (var probe = new EventProbe()) {
            CaseStory.filed(probe, start, "E0304", "450202001001001")
                    .dispatched("parks")
                    .handedBack()
                    .closed();
            CaseStory.filed(probe, start, "E0304", "450202001001001").voided();
        }
        soon(() -> assertThat(RatesApi.as("assessor").item("class", "E0304", Year.of(2007)))
                .containsEntry("reported", 2)
                .containsEntry("closed", 1));

        // When
        var well = reconciled();

        // Then
        well.body("equal", equalTo(true))
                .body("differingFacts", equalTo(0))
                .body("unknownFacts", equalTo(0))
                .body("items.find { it.set == 'closed' }.log", greaterThanOrEqualTo(1))
                .body("items.find { it.set == 'void' }.log", greaterThanOrEqualTo(1))
                .body("items.every { it.log == it.facts && it.facts == it.dashboards }", equalTo(true));

        // When
        spoil("update dashboard_rollup set closed = closed + 5 where slice = 'districts' and grain = 'month'"
                + " and counted_from = '2007-03-01'");
        var spoilt = reconciled();

        // Then: five too many in the sums, nothing was mended
        int log = spoilt.extract().path("items.find { it.set == 'closed' }.log");
        spoilt.body("equal", equalTo(false))
                .body("differingRollups", equalTo(1))
                .body("items.find { it.set == 'closed' }.facts", equalTo(log))
                .body("items.find { it.set == 'closed' }.dashboards", equalTo(log + 5));
        spoil("update dashboard_rollup set closed = closed - 5 where slice = 'districts' and grain = 'month'"
                + " and counted_from = '2007-03-01'");
    }

    @Test
    void is_for_those_who_answer_for_the_figures() {
        for (var user : java.util.List.of("lead", "dispatcher", "water")) {
            as(user).post(PATH).then().statusCode(403);
            as(user).get(PATH).then().statusCode(403);
        }
    }

    private static ValidatableResponse reconciled() {
        var before = Instant.now();
        soon(() -> as("assessor").post(PATH).then().statusCode(202));
        soon(() -> assertThat(Instant.parse(as("assessor")
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("asOf")))
                .isAfter(before));
        return as("assessor").get(PATH).then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user));
    }

    private static void spoil(String sql) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("metrics");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
