package city.urbanops.metrics.reported.domain;

import static city.urbanops.metrics.reported.domain.Reports.count;
import static city.urbanops.metrics.reported.domain.Reports.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.reported.application.ShippedIndicators;
import city.urbanops.metrics.reported.domain.Entry.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Period MARCH = Period.of("2023-03").orElseThrow();

    @Test
    void equal_figures_share_a_rank_and_a_zero_base_has_none() {
        // When
        var figures = figures(
                "licence-exam-passed",
                ratio("a", "2023-03", "1", "3", null),
                ratio("b", "2023-03", "2", "6", null),
                ratio("c", "2023-03", "3", "4", null),
                ratio("d", "2023-03", "0", "0", null),
                ratio("e", "2023-03", "0", "5", null));

        // Then
        assertThat(figures.of(MARCH))
                .extracting(figure ->
                        figure.unit() + figure.rank().map(String::valueOf).orElse("-"))
                .containsExactly("c1", "a2", "b2", "e4", "d-");
    }

    @Test
    void the_lower_rank_is_the_better() {
        assertThat(figures("national-ranking", count("a", "2023-03", "9"), count("b", "2023-03", "2"))
                        .of(MARCH))
                .extracting(Figure::unit)
                .containsExactly("b", "a");
    }

    @Test
    void figures_of_periods_add_up_to_the_year_if_none_is_missing() {
        // Given
        var figures = figures(
                "enforcement-inspections",
                count("a", "2023-01", "1"),
                count("a", "2023-02", "2"),
                count("a", "2023-03", "3"),
                count("a", "2023-Q1", "60"),
                count("b", "2023-01", "1"),
                count("b", "2023-03", "5"));

        // When
        var ofMarch = figures.of(MARCH);

        // Then
        assertThat(ofMarch.get(1).unit()).isEqualTo("a");
        assertThat(ofMarch.get(1).yearToDate())
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("6"));
        assertThat(ofMarch.get(1).attainment())
                .hasValueSatisfying(part -> assertThat(part).isEqualByComparingTo("0.5"));
        assertThat(ofMarch.get(1).met()).contains(false);
        assertThat(ofMarch.get(0).yearToDate()).isEmpty();
        assertThat(ofMarch.get(0).attainment()).isEmpty();
    }

    @Test
    void a_cumulative_figure_is_the_year_to_date_itself() {
        assertThat(figures("disposal-fee", count("a", "2023-03", "300"))
                        .of(MARCH)
                        .get(0)
                        .yearToDate())
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("300"));
    }

    @Test
    void none_is_the_target_of_accidents() {
        // When
        var figures = figures("liability-accidents", count("a", "2023", "0"), count("b", "2023", "1"))
                .of(Period.of("2023").orElseThrow());

        // Then
        assertThat(figures).extracting(Figure::unit).containsExactly("a", "b");
        assertThat(figures)
                .extracting(Figure::met)
                .containsExactly(java.util.Optional.of(true), java.util.Optional.of(false));
        assertThat(figures.get(0).attainment()).isEmpty();
    }

    @Test
    void all_units_together_are_compared_with_a_year_before_of_the_same_units() {
        // Given
        var same = figures("disposal-fee", count("a", "2023-03", "3"), count("a", "2022-03", "2"));
        var others = figures(
                "disposal-fee", count("a", "2023-03", "3"), count("b", "2023-03", "3"), count("a", "2022-03", "2"));

        // Then
        assertThat(same.total(MARCH).orElseThrow().growth())
                .hasValueSatisfying(growth -> assertThat(growth).isEqualByComparingTo("0.5"));
        assertThat(others.total(MARCH).orElseThrow().growth()).isEmpty();
        assertThat(others.total(MARCH).orElseThrow().value())
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("6"));
    }

    private static Figures figures(String indicator, Report... reports) {
        return new Figures(ShippedIndicators.find(indicator), List.of(reports));
    }
}
