package city.urbanops.metrics.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03, 2026-03-01, 2026-04-01, 1, 2025-03",
        "2026-Q4, 2026-10-01, 2027-01-01, 3, 2025-Q4",
        "2026-H1, 2026-01-01, 2026-07-01, 6, 2025-H1",
        "2026-H2, 2026-07-01, 2027-01-01, 6, 2025-H2",
        "2026, 2026-01-01, 2027-01-01, 12, 2025"
    })
    void months_quarters_halves_and_years_are_periods(
            String name, String from, String to, int months, String yearBefore) {
        // When
        var period = Period.of(name).orElseThrow();

        // Then
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.months()).isEqualTo(months);
        assertThat(period.yearBefore()).isEqualTo(Period.of(yearBefore).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-13", "2026-Q5", "2026-Q0", "2026-H3", "2026-H0", "2026-h1", "26", "", "2026-3", "last year"
            })
    void nothing_else_is(String name) {
        assertThat(Period.of(name)).isEmpty();
    }

    @Test
    void the_year_before_a_leap_year_is_a_whole_month_too() {
        assertThat(Period.of("2024-02").orElseThrow().yearBefore())
                .isEqualTo(Period.of("2023-02").orElseThrow());
    }
}
