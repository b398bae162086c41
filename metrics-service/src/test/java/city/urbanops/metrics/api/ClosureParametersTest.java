package city.urbanops.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Scope;
import city.urbanops.metrics.application.ClosureQuery;
import city.urbanops.metrics.application.ClosureQuery.GroupBy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosureParametersTest {

    private static final Scope CITY = new Scope(Optional.empty(), Optional.empty(), false);

    /** Still 2025 in Greenwich, already 2026 in the city. */
    private final ClosureParameters parameters =
            new ClosureParameters(ZoneId.of("Asia/Shanghai"), Instant.parse("2025-12-31T17:00:00Z"));

    @Test
    void the_default_period_is_this_year_in_the_city() {
        // When
        var query = parameters.query("class", null, null, CITY);

        // Then
        assertThat(query)
                .isEqualTo(new ClosureQuery(
                        GroupBy.CLASS,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 1, 1),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void the_scope_narrows_the_query() {
        // Given
        var scope = new Scope(Optional.of("sanitation"), Optional.of("450203"), false);

        // When
        var query = parameters.query("month", "2026-03-01", "2026-04-01", scope);

        // Then
        assertThat(query)
                .isEqualTo(new ClosureQuery(
                        GroupBy.MONTH,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 4, 1),
                        Optional.of("sanitation"),
                        Optional.of("450203")));
    }

    @ParameterizedTest
    @CsvSource({
        "groupBy, ,           ,            ",
        "groupBy, DEPARTMENT, ,            ",
        "groupBy, street,     ,            ",
        "from,    class,      yesterday,   ",
        "from,    class,      2026-02-30,  ",
        "from,    class,      +99999-1-1,  ",
        "to,      class,      ,            2026-13-01",
        "to,      class,      ,            ''",
        "to,      class,      ,            2026-01-01",
        "from,    class,      2026-03-01,  2026-03-01",
        "from,    class,      2026-03-02,  2026-03-01",
    })
    void refuses_a_bad_parameter_by_its_name(String field, String groupBy, String from, String to) {
        // When
        var refused = catchThrowableOfType(ProblemException.class, () -> parameters.query(groupBy, from, to, CITY));

        // Then
        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().errors()).singleElement().satisfies(error -> assertThat(error.field())
                .isEqualTo(field));
    }

    @Test
    void refuses_an_account_whose_area_is_smaller_than_what_is_kept() {
        // Given
        var street = new Scope(Optional.empty(), Optional.of("450203001"), false);

        // When
        var refused = catchThrowableOfType(ProblemException.class, () -> parameters.query("class", null, null, street));

        // Then
        assertThat(refused.problem().status()).isEqualTo(403);
    }

    @Test
    void refuses_a_lead_of_no_department() {
        // Given
        var nobody = new Scope(Optional.empty(), Optional.empty(), true);

        // When
        var refused = catchThrowableOfType(ProblemException.class, () -> parameters.query("class", null, null, nobody));

        // Then
        assertThat(refused.problem().status()).isEqualTo(403);
    }
}
