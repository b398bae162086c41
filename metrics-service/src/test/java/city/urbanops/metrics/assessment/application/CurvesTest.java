package city.urbanops.metrics.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.application.Cases.Told;
import city.urbanops.metrics.assessment.domain.Decimals;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import city.urbanops.metrics.assessment.domain.UnitScore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates to points, as a hotline centre's curves and other schemes have them; own numbers in the form of its bulletins. */
class CurvesTest {

    @ParameterizedTest
    @CsvSource({"4, 5, 5.00", "2, 3, 0.00", "2404, 2500, 21.16", "0, 7, 0.00"})
    void on_time_points_fall_one_by_one_and_stop_at_zero(int inTime, int due, String expected) {
        assertThat(part(0, inTime, due - inTime, Map.of("satisfaction", 98.0))).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 98, 12.5",
        "87.5, 98, 19.75",
        "83.33, 98, 17.67",
        "71.43, 98, 12.5",
        "70.59, 95, 12.8",
        "99, 98, 25"
    })
    void satisfaction_points_fall_by_halves_and_stop_at_half(double rate, double base, String expected) {
        // Given: the centre printed one or two places
        var places = expected.endsWith(".8") ? 1 : 2;

        // When
        var points = part(1, 1, 0, Map.of("satisfaction", rate, "satisfactionBase", base));

        // Then
        assertThat(Decimals.rounded(points, places)).isEqualByComparingTo(expected);
    }

    @Test
    void equal_scores_share_a_rank_and_units_without_a_base_stand_apart() {
        // Given
        var twins = List.of("b", "a");
        var figures = new java.util.ArrayList<>(twins.stream()
                .map(unit -> figures(
                        new Cases(unit).add(3, told -> told.handedBackInTime().closed())))
                .toList());
        figures.add(figures("idle", new Cases("idle")));
        figures.add(figures("late", new Cases("late").add(2, Told::overdue)));

        // When
        var scores = ShippedSchemes.compiled("national-index").score(figures);

        // Then
        assertThat(scores).extracting(UnitScore::unit).containsExactly("a", "b", "late", "idle");
        assertThat(scores).extracting(UnitScore::rank).containsExactly(1, 1, 3, null);
    }

    private static UnitFigures figures(Cases cases) {
        return figures(cases.ledger(0).get(0).unit(), cases);
    }

    private static UnitFigures figures(String unit, Cases cases) {
        return new UnitFigures(unit, cases.counts(), Map.of(), cases.ledger(0), List.of());
    }

    private static BigDecimal part(int place, int inTime, int late, Map<String, Double> inputs) {
        var cases = new Cases("u")
                .add(inTime, told -> told.handedBackInTime().closed())
                .add(late, told -> told.handedBackLate().closed());
        var score = ShippedSchemes.compiled("lianyungang-hotline")
                .score(List.of(new UnitFigures("u", cases.counts(), inputs, List.of(), List.of())))
                .get(0);
        return score.line().parts().get(place).points();
    }
}
