package city.urbanops.metrics;

import static city.urbanops.metrics.RatesApi.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.cases.ReplyStep;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import org.junit.jupiter.api.Test;

/** Counting everything anew from the log, beside the tables that serve. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class RebuildIT {

    private static final String PATH = "/api/v1/operations/rebuild";
    private static final String GRID = "450202001001001";
    /** Rows of zeros are left out: the tables keep those of before, the rebuild has never had them. */
    static final String CHECKSUMS = """
            select (select sum(hashtextextended(cast(f as text), 0)) from %1$s.case_fact f) || '/' ||
                   (select sum(hashtextextended(cast(c as text), 0)) from %1$s.closure_rollup c where reported <> 0) || '/' ||
                   (select sum(hashtextextended(cast(d as text), 0)) from %1$s.dashboard_rollup d where reported <> 0) || '/' ||
                   (select sum(hashtextextended(cast(a as text), 0)) from %1$s.assessed_rollup a where exists (
                        select 1 from jsonb_each_text(to_jsonb(a) - 'kind' - 'counted_from' - 'key') counts where counts.value <> '0'))
            """;

    @Test
    void ends_in_identical_tables_and_mends_what_was_spoiled() throws SQLException {
        // Given: lives of every kind, and afterwards a fact and a rollup that somebody spoiled
        var year = Year.of(2018);
        var start = Instant.parse("2018-03-02T01:00:00Z");
        try (var probe = new EventProbe()) {
            filed(probe, start).handedBackJustInTime().closed();
            filed(probe, start)
                    .overdue()
                    .handedBack()
                    .checkFailed()
                    .handedBack()
                    .closed()
                    .reopened();
            filed(probe, start).suspended();
            filed(probe, start)
                    .reply(ReplyStep.CONTACTED, start)
                    .reply(ReplyStep.REPLIED, start)
                    .voided();
            filed(probe, start).transferred("sanitation");
            soon(() -> assertThat(RatesApi.as("assessor").item("class", "E0304", year))
                    .containsEntry("reported", 5)
                    .containsEntry("filed", 4)
                    .containsEntry("closed", 1));
        }
        spoil("update case_fact set reworks = 9, sets = 1 where counted_on = '2018-03-02'");
        spoil("update closure_rollup set closed = 99 where counted_on = '2018-03-02'");
        spoil("update assessed_rollup set closed = 99 where counted_from = '2018-03-01'");
        spoil("update dashboard_rollup set closed = 99 where counted_from = '2018-03-02'");
        spoil("insert into dashboard_rollup (slice, within, grain, counted_from, key, reported)"
                + " values ('classes', '', 'day', '2018-03-03', 'E9999', 7)");

        // When
        given().auth().oauth2(Tokens.of("admin")).post(PATH).then().statusCode(202);
        soon(() -> given().auth()
                .oauth2(Tokens.of("admin"))
                .get(PATH)
                .then()
                .body("purpose", equalTo("REBUILD"))
                .body("state", equalTo("DONE")));

        // Then
        assertThat(Books.texts(CHECKSUMS.formatted("public"))).isEqualTo(Books.texts(CHECKSUMS.formatted("rebuild")));
        assertThat(RatesApi.as("assessor").item("class", "E0304", year)).containsEntry("closed", 1);
        Books.assertRollupsAreTheSumOfTheFacts();
    }

    @Test
    void is_for_operators_only() {
        given().auth().oauth2(Tokens.of("assessor")).post(PATH).then().statusCode(403);
    }

    private static CaseStory filed(EventProbe probe, Instant start) {
        return CaseStory.filed(probe, start, "E0304", GRID).dispatched("urban-enforcement");
    }

    private static void spoil(String sql) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("metrics");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
