package city.urbanops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class JournalSealIT {

    @BeforeEach
    void ready() {
        try (var events = new EventProbe()) {
            TestCity.makeReady(events);
        }
    }

    @Test
    void names_the_first_link_that_somebody_with_all_rights_has_changed() throws SQLException {
        var untouched = Supervisors.unfiled("原样保留的案卷");
        var tampered = Supervisors.unfiled("被改动的案卷");
        Supervisors.act(tampered, "shift-leader", "void", Map.of("opinion", "不属于受理范围"))
                .statusCode(200);
        assertThat(broken()).doesNotContainKeys(untouched.toString(), tampered.toString());

        tamper("update journal set opinion = 'harmless' where case_id = '%s' and sequence = 2".formatted(tampered));

        assertThat(broken()).containsEntry(tampered.toString(), 2).doesNotContainKey(untouched.toString());
    }

    @Test
    void sees_an_entry_that_was_taken_off_the_end() throws SQLException {
        var caseId = Supervisors.unfiled("末尾被删的案卷");
        Supervisors.act(caseId, "shift-leader", "void", Map.of("opinion", "重复")).statusCode(200);

        tamper("delete from journal where case_id = '%s' and sequence = 2".formatted(caseId));

        assertThat(broken()).containsEntry(caseId.toString(), 2);
    }

    @Test
    void is_not_for_everybody_and_refuses_a_broken_cursor() {
        Supervisors.get("agent", "/api/v1/cases/journal-verification").statusCode(403);
        Supervisors.get("admin", "/api/v1/cases/journal-verification?after=x").statusCode(400);
    }

    private static void tamper(String sql) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    /** The first broken entry of each case, over all pages. */
    private static Map<String, Integer> broken() {
        var links = new ArrayList<Map<String, Object>>();
        @Nullable String after = null;
        do {
            var page = Supervisors.get(
                            "admin",
                            "/api/v1/cases/journal-verification?limit=200" + (after == null ? "" : "&after=" + after))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> found = page.getList("broken");
            links.addAll(found);
            after = page.getString("next");
        } while (after != null);
        return links.stream().collect(Collectors.toMap(link -> String.valueOf(link.get("caseId")), link ->
                (Integer) link.get("sequence")));
    }
}
