package city.urbanops.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.application.CaseQuery;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a figure to its cases, without reading all others. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class CountedCaseQueryIT {

    private static final LocalDate FROM = LocalDate.of(1982, 1, 1);

    /**
     * Tables of tests are small enough to be scanned, or read in the order of the primary key, by place, or as a bitmap, depending on what
     * other tests have left; the planner may do so here only where there is no other way.
     */
    @Test
    void facts_are_found_by_an_index_whatever_narrows_the_query() throws Exception {
        for (var query : queries()) {
            // When
            var plan = plan(query);

            // Then
            assertThat(scans(plan))
                    .as(query.toString())
                    .anyMatch(scan -> scan.startsWith("Index") && scan.endsWith("case_fact"))
                    .noneMatch(scan -> scan.startsWith("Seq"));
            assertThat(plan.at("/0/Plan/Plans/0/Node Type").asText())
                    .as("stops when the page is full: " + query)
                    .isEqualTo("Incremental Sort");
            assertThat(conditions(plan)).as(query.toString()).anyMatch(condition -> condition.contains("counted_on ="));
            assertThat(plan.findValuesAsText("Index Name"))
                    .as(query.toString())
                    .anyMatch(name -> name.equals("case_fact_day")
                            || (query.department().isPresent() && name.equals("case_fact_department")));
        }
    }

    private static List<CaseQuery> queries() {
        var queries = new ArrayList<CaseQuery>();
        for (var department : List.of(Optional.<String>empty(), Optional.of("parks"), Optional.of("unassigned"))) {
            for (var after : List.of(
                    Optional.<CaseQuery.After>empty(),
                    Optional.of(new CaseQuery.After(FROM.plusDays(9), new UUID(1, 1))))) {
                queries.add(query(department, Optional.empty(), Optional.empty(), after));
                queries.add(query(department, Optional.of("E03"), Optional.of("OPEN311"), after));
            }
        }
        return queries;
    }

    private static CaseQuery query(
            Optional<String> department,
            Optional<String> classPrefix,
            Optional<String> channel,
            Optional<CaseQuery.After> after) {
        return new CaseQuery(
                CaseSet.FILED,
                Optional.of(CaseSet.CLOSED),
                FROM,
                FROM.plusYears(1),
                department,
                Optional.of("450202"),
                classPrefix,
                channel,
                after,
                51);
    }

    private static JsonNode plan(CaseQuery query) throws Exception {
        var statement = CountedCaseRepository.statement(query);
        var sql = statement.sql();
        for (var value : statement.values().entrySet()) {
            var literal = value.getValue() instanceof Long number ? number.toString() : "'" + value.getValue() + "'";
            sql = sql.replaceAll(":" + value.getKey() + "\\b", literal);
        }
        try (var connection = UrbanOpsEngines.postgres().connect("metrics");
                var session = connection.createStatement()) {
            connection.setAutoCommit(false);
            session.execute("alter table case_fact drop constraint case_fact_pkey");
            session.execute("drop index case_fact_place");
            session.execute("set enable_bitmapscan = off");
            session.execute("set enable_seqscan = off");
            session.execute("set enable_sort = off");
            try (var result = session.executeQuery("explain (format json) " + sql)) {
                assertThat(result.next()).isTrue();
                return new ObjectMapper().readTree(result.getString(1));
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> scans(JsonNode plan) {
        var scans = new ArrayList<String>();
        for (var node : plan.findParents("Relation Name")) {
            scans.add(node.get("Node Type").asText() + " "
                    + node.get("Relation Name").asText());
        }
        return scans;
    }

    private static List<String> conditions(JsonNode plan) {
        return plan.findValuesAsText("Index Cond");
    }
}
