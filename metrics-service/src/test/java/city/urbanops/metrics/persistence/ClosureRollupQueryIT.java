package city.urbanops.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.Books;
import city.urbanops.metrics.application.ClosureQuery;
import city.urbanops.metrics.application.ClosureQuery.GroupBy;
import city.urbanops.metrics.application.ClosureRollups;
import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.application.FoldFacts;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Occurrence;
import city.urbanops.metrics.domain.Subject;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class ClosureRollupQueryIT {

    private static final LocalDate DAY = LocalDate.of(1981, 3, 2);
    private static final Instant NOON = Instant.parse("1981-03-02T04:00:00Z");

    @Inject
    ClosureRollups rollups;

    @Inject
    FoldFacts foldFacts;

    @Inject
    Transactions transactions;

    @Inject
    OwnContext contexts;

    /** These facts come from no log: left behind, they would make any rebuild stop. */
    @AfterEach
    void forget() throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("metrics");
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from case_fact where counted_on = '" + DAY + "'");
            statement.executeUpdate("delete from closure_rollup where counted_on = '" + DAY + "'");
            statement.executeUpdate("delete from dashboard_rollup where counted_from in ('" + DAY + "', '1981-03-01')");
        }
    }

    @Test
    void plans_each_query_for_itself_and_starts_no_workers() {
        // When
        var settings = contexts.run(() -> transactions.read(session -> session.createNativeQuery(
                                "select current_setting('plan_cache_mode') || ' ' || current_setting('max_parallel_workers_per_gather')",
                                String.class)
                        .getSingleResult()))
                .await()
                .indefinitely();

        // Then
        assertThat(settings).isEqualTo("force_custom_plan 0");
    }

    @ParameterizedTest
    @EnumSource(GroupBy.class)
    void reads_the_rollups_and_nothing_else(GroupBy groupBy) throws Exception {
        for (var limit : Limit.values()) {
            // Given
            var query = new ClosureQuery(
                    groupBy,
                    LocalDate.of(1981, 1, 15),
                    LocalDate.of(1981, 12, 10),
                    limit.department ? Optional.of("sanitation") : Optional.empty(),
                    limit.area ? Optional.of("450203") : Optional.empty());
            var sums = SumOfSlices.of(query, EnumSet.allOf(CaseSet.class));
            var sql = sums.sql();
            for (var value : sums.values().entrySet()) {
                sql = sql.replaceAll(":" + value.getKey() + "\\b", "'" + value.getValue() + "'");
            }

            // When
            var plan = new ObjectMapper()
                    .readTree(Books.texts("explain (format json) " + sql).get(0));

            // Then
            assertThat(plan.findValuesAsText("Relation Name"))
                    .isNotEmpty()
                    .containsAnyOf("dashboard_rollup", "closure_rollup")
                    .doesNotContain("case_fact");
        }
    }

    /** What narrows a caller's view. */
    private enum Limit {
        NOTHING(false, false),
        DEPARTMENT(true, false),
        AREA(false, true),
        BOTH(true, true);

        private final boolean department;
        private final boolean area;

        Limit(boolean department, boolean area) {
            this.department = department;
            this.area = area;
        }
    }

    @Test
    void narrows_to_an_area_and_a_unit() {
        // Given
        fold(caseOf("sanitation", "450202"));
        fold(caseOf("sanitation", "450203"));
        fold(caseOf("sanitation", "460100"));
        fold(caseOf("water-company", "450203"));

        // Then
        assertThat(keys(query(GroupBy.DISTRICT, Optional.empty(), Optional.of("4502"))))
                .containsExactly("450202", "450203");
        assertThat(keys(query(GroupBy.DEPARTMENT, Optional.empty(), Optional.of("450203"))))
                .containsExactly("sanitation", "water-company");
        assertThat(keys(query(GroupBy.DISTRICT, Optional.of("sanitation"), Optional.of("450203"))))
                .containsExactly("450203");
    }

    @Test
    void cases_that_moved_away_leave_no_group() {
        // Given
        var fact = caseOf("parks", "470299");
        fold(fact);

        // When
        fold(new Occurrence(fact.caseId(), 1, NOON.plusSeconds(60)).returned());

        // Then
        assertThat(keys(query(GroupBy.DEPARTMENT, Optional.empty(), Optional.of("470299"))))
                .containsExactly("unassigned");
    }

    private void fold(CaseFact event) {
        contexts.run(() -> transactions.write(session -> foldFacts.fold(session, List.of(event))))
                .await()
                .indefinitely();
    }

    private List<String> keys(ClosureQuery query) {
        return contexts
                .run(() -> transactions.read(session -> rollups.sum(session, query)))
                .await()
                .indefinitely()
                .stream()
                .map(GroupCounts::key)
                .toList();
    }

    private static ClosureQuery query(GroupBy groupBy, Optional<String> department, Optional<String> area) {
        return new ClosureQuery(groupBy, DAY, DAY.plusDays(1), department, area);
    }

    private static CaseFact caseOf(String department, String district) {
        var on = new Occurrence(UUID.randomUUID(), 1, NOON);
        return on.reported(new Subject("E0304", district + "001", "CITIZEN_APP"))
                .merge(on.dispatched(department, NOON.plusSeconds(3600)));
    }
}
