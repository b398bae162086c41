package city.urbanops.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, and how. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class ClosureRatesAccessIT {

    private static final Map<String, String> BY_CLASS = Map.of("groupBy", "class");

    @ParameterizedTest
    @ValueSource(strings = {"agent", "shift-leader", "dispatcher", "checker", "assessor", "admin", "lead"})
    void central_roles_and_leads_may_ask(String user) {
        assertThat(RatesApi.as(user).get(BY_CLASS).statusCode()).isEqualTo(200);
    }

    @Test
    void the_driver_may_ask() {
        assertThat(RatesApi.with(Tokens.client("urbanops-driver")).get(BY_CLASS).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patrol", "officer", "reviewer", "crew", "water"})
    void others_may_not(String user) {
        // When
        var answer = RatesApi.as(user).get(BY_CLASS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void no_token_and_a_forged_one_are_refused() {
        assertThat(given().queryParams(BY_CLASS)
                        .get("/api/v1/metrics/closure-rates")
                        .statusCode())
                .isEqualTo(401);
        assertThat(RatesApi.with(Tokens.forged()).get(BY_CLASS).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "groupBy, street, 2026-01-01, 2027-01-01",
        "from,    class,  1.1.2026,   2027-01-01",
        "to,      class,  2026-01-01, tomorrow",
        "from,    class,  2026-01-01, 2026-01-01",
    })
    void a_bad_parameter_is_named(String field, String groupBy, String from, String to) {
        // When
        var answer = RatesApi.as("assessor").get(Map.of("groupBy", groupBy, "from", from, "to", to));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:urbanops:problem:validation");
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
    }

    @Test
    void what_to_group_by_must_be_said() {
        // When
        var answer = RatesApi.as("assessor").get(Map.of());

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly("groupBy");
    }

    @Test
    void the_service_itself_may_not_delete_what_it_counted() throws SQLException {
        try (var connection = UrbanOpsEngines.postgres()
                        .connect("metrics", "metrics_app", UrbanOpsEngines.databasePassword());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("delete from case_fact"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }
}
