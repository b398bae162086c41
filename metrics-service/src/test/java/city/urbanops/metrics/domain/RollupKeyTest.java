package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.Stories.CASE;
import static city.urbanops.metrics.domain.Stories.DUST;
import static city.urbanops.metrics.domain.Stories.dispatched;
import static city.urbanops.metrics.domain.Stories.filed;
import static city.urbanops.metrics.domain.Stories.fold;
import static city.urbanops.metrics.domain.Stories.on;
import static city.urbanops.metrics.domain.Stories.reported;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollupKeyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void the_filing_date_is_read_in_the_city_s_zone() {
        // Given: the evening before in Greenwich is the new year in the city
        var newYear = Instant.parse("2025-12-31T16:00:00Z");
        var before = newYear.minusSeconds(1);

        // When
        var first = RollupKey.of(
                fold(List.of(
                        new Occurrence(CASE, 1, before).reported(DUST),
                        new Occurrence(CASE, 1, newYear).filed(DUST, newYear))),
                SHANGHAI);
        var last = RollupKey.of(new Occurrence(CASE, 1, before).reported(DUST), SHANGHAI);

        // Then
        assertThat(first.day()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(last.day()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void a_case_counts_for_the_unit_that_has_it_now() {
        // Given
        var lives = List.of(reported(), filed(), dispatched());

        // When
        var returned = fold(List.of(fold(lives), on("09:00").returned()));
        var transferred = fold(List.of(fold(lives), on("09:00").transferred("sanitation", Stories.DUE)));

        // Then
        assertThat(RollupKey.of(fold(lives), SHANGHAI).department()).isEqualTo("urban-enforcement");
        assertThat(RollupKey.of(returned, SHANGHAI).department()).isEqualTo("unassigned");
        assertThat(RollupKey.of(transferred, SHANGHAI).department()).isEqualTo("sanitation");
    }

    @Test
    void a_delegated_case_counts_for_the_unit_the_centre_gave_it_to() {
        var delegated =
                fold(List.of(reported(), filed(), dispatched(), on("09:00").movedInLine(Stories.DUE)));

        assertThat(RollupKey.of(delegated, SHANGHAI).department()).isEqualTo("urban-enforcement");
        assertThat(CaseSet.of(delegated)).doesNotContain(CaseSet.TRANSFERRED);
    }

    @Test
    void a_reopened_case_keeps_its_filing_date() {
        // Given
        var nextDay = Instant.parse("2026-03-03T02:00:00Z");

        // When
        var key = RollupKey.of(
                fold(List.of(reported(), filed(), new Occurrence(CASE, 2, nextDay).reopened(DUST))), SHANGHAI);

        // Then
        assertThat(key.day()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void the_district_is_the_first_six_digits_of_the_area() {
        assertThat(DUST.district()).isEqualTo("450202");
        assertThat(new Subject("E0304", "4502", "OPEN311").district()).isEqualTo("4502");
    }
}
