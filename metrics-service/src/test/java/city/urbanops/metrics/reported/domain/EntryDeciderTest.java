package city.urbanops.metrics.reported.domain;

import static city.urbanops.metrics.reported.domain.Reports.correction;
import static city.urbanops.metrics.reported.domain.Reports.count;
import static city.urbanops.metrics.reported.domain.Reports.decided;
import static city.urbanops.metrics.reported.domain.Reports.pending;
import static city.urbanops.metrics.reported.domain.Reports.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.reported.application.ShippedIndicators;
import city.urbanops.metrics.reported.domain.Entry.Report;
import city.urbanops.metrics.reported.domain.EntryDecider.Verdict;
import city.urbanops.metrics.reported.domain.EntryDecider.Verdict.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryDeciderTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 1, 2);

    @ParameterizedTest
    @CsvSource({
        "image-patches-done, 5, , , denominator",
        "image-patches-done, -5, 10, , numerator",
        "image-patches-done, 5, -10, , denominator",
        "image-patches-done, 5, 10, 11, excluded",
        "image-patches-done, 5, 10, -1, excluded",
        "licence-exam-passed, 4, 10, 1, excluded",
        "community-stations, 9, 10, , denominator",
        "community-stations, 9, , 1, excluded",
        "community-stations, 9.5, , , numerator",
        "community-stations, -1, , , numerator",
        "national-ranking, 0, , , numerator",
        "national-ranking, 1.5, , , numerator",
    })
    void a_report_of_another_form_is_refused(
            String indicator, String numerator, String denominator, String excluded, String field) {
        // When
        var verdict = decide(indicator, ratio("a", "2023-06", numerator, denominator, excluded), List.of());

        // Then
        assertThat(verdict.kind()).isEqualTo(Kind.REFUSED);
        assertThat(verdict.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "image-patches-done, 3218, 6036, 1038",
        "image-patches-done, 0, 10, 10",
        "two-illegals-target, 29.45, 27.61, ",
        "community-stations, 9, , ",
        "national-ranking, 1, , ",
        "check-and-demolish-area, 228500.5, , "
    })
    void a_report_of_its_form_is_taken(String indicator, String numerator, String denominator, String excluded) {
        assertThat(decide(indicator, ratio("a", "2023-06", numerator, denominator, excluded), List.of())
                        .kind())
                .isEqualTo(Kind.NEW);
    }

    @Test
    void a_period_that_has_not_begun_has_no_figure() {
        assertThat(decide("community-stations", count("a", "2024-02", "9"), List.of())
                        .field())
                .isEqualTo("period");
    }

    @Test
    void the_same_period_is_reported_again_only_as_a_correction() {
        // Given
        var first = pending(count("a", "2023-06", "9"));
        var other = count("a", "2023-06", "8");

        // Then
        assertThat(decide("community-stations", other, List.of(first)).field()).isEqualTo("correction");
        assertThat(decide("community-stations", correction(other), List.of(first))
                        .kind())
                .isEqualTo(Kind.CORRECTION);
        assertThat(decide("community-stations", count("a", "2023-06", "9.0"), List.of(first))
                        .kind())
                .isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void what_was_sent_back_does_not_stand_in_the_way() {
        // Given
        var before = List.of(decided(count("a", "2023-06", "90"), false));

        // Then
        assertThat(decide("community-stations", count("a", "2023-06", "9"), before)
                        .kind())
                .isEqualTo(Kind.NEW);
        assertThat(decide("check-and-demolish-sites", count("a", "2023-09", "89"), before)
                        .kind())
                .isEqualTo(Kind.NEW);
    }

    @Test
    void a_cumulative_figure_never_falls_within_its_year() {
        // Given
        var june = decided(count("a", "2023-H1", "314"), true);

        // Then
        assertThat(decide("check-and-demolish-sites", count("a", "2023", "561"), List.of(june))
                        .kind())
                .isEqualTo(Kind.NEW);
        assertThat(decide("check-and-demolish-sites", count("a", "2023-09", "313"), List.of(june)))
                .satisfies(verdict -> {
                    assertThat(verdict.field()).isEqualTo("numerator");
                    assertThat(verdict.message()).contains("less than the 314 of 2023-H1");
                });
        assertThat(decide("check-and-demolish-sites", count("a", "2023-05", "315"), List.of(june))
                        .message())
                .contains("more than the 314 of 2023-H1");
        assertThat(decide("check-and-demolish-sites", correction(count("a", "2023-09", "313")), List.of(june))
                        .kind())
                .isEqualTo(Kind.CORRECTION);
        assertThat(decide("community-stations", count("a", "2023-09", "8"), List.of(june))
                        .kind())
                .as("a level may fall: 9 stations at mid-year, 8 at its end")
                .isEqualTo(Kind.NEW);
    }

    private static Verdict decide(String indicator, Report report, List<Entry> before) {
        return EntryDecider.decide(
                ShippedIndicators.find(indicator), Period.of(report.period()).orElseThrow(), report, before, TODAY);
    }
}
