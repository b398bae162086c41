package city.urbanops.metrics.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.urbanops.metrics.forecast.domain.Risk.Basis;
import city.urbanops.metrics.forecast.domain.RiskTable.Row;
import city.urbanops.metrics.forecast.domain.UnitAtRisk.OpenTasks;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiskTableTest {

    /** Ten tasks of parks and E0110: six within the first tenth, two in the sixth, two late. */
    private static final List<Row> PARKS = List.of(
            new Row("parks", "E0110", Outcomes.inTime(0, 6)),
            new Row("parks", "E0110", Outcomes.inTime(5, 2)),
            new Row("parks", "E0110", Outcomes.late(2)));

    @Test
    void the_longer_a_task_is_open_the_likelier_it_is_late() {
        var table = RiskTable.of(PARKS, 1);
        assertThat(table.risk("parks", "E0110", 0).orElseThrow().probability()).isEqualTo(2 / 10.0);
        assertThat(table.risk("parks", "E0110", 1).orElseThrow().probability()).isEqualTo(2 / 4.0);
        assertThat(table.risk("parks", "E0110", 5).orElseThrow().probability()).isEqualTo(2 / 4.0);
        assertThat(table.risk("parks", "E0110", 6).orElseThrow().probability()).isEqualTo(1);
    }

    @Test
    void wilson_s_interval_of_two_in_ten_is_the_published_one() {
        // 0.2 of 10: 0.0567 to 0.5098, as tables of Wilson's interval have it
        var risk = RiskTable.of(PARKS, 1).risk("parks", "E0110", 0).orElseThrow();
        assertThat(risk.low()).isCloseTo(0.0567, within(0.0001));
        assertThat(risk.high()).isCloseTo(0.5098, within(0.0001));
    }

    @Test
    void few_tasks_back_off_to_the_unit_then_the_class_then_the_city() {
        // Given
        var table = RiskTable.of(
                List.of(
                        new Row("parks", "E0110", Outcomes.late(3)),
                        new Row("parks", "E0304", Outcomes.inTime(9, 9)),
                        new Row("water", "E0110", Outcomes.inTime(9, 17)),
                        new Row("water", "E0201", Outcomes.late(1))),
                10);

        // Then
        assertThat(basis(table, "parks", "E0110")).isEqualTo(Basis.UNIT);
        assertThat(table.risk("parks", "E0110", 0).orElseThrow().probability()).isEqualTo(3 / 12.0);
        assertThat(basis(table, "sewage", "E0110")).isEqualTo(Basis.CLASS);
        assertThat(basis(table, "water", "E0110")).isEqualTo(Basis.UNIT_AND_CLASS);
        assertThat(basis(table, "sewage", "E0999")).isEqualTo(Basis.CITY);
        assertThat(table.risk("sewage", "E0999", 0).orElseThrow().tasks()).isEqualTo(30);
    }

    @Test
    void a_city_without_a_past_knows_nothing() {
        var table = RiskTable.of(List.of(), 30);
        assertThat(table.risk("parks", "E0110", 3)).isEmpty();
        assertThat(UnitAtRisk.of(List.of(new OpenTasks("parks", "E0110", 3, 7)), table))
                .containsExactly(new UnitAtRisk("parks", 7, 0, 0, 0, 7));
    }

    @Test
    void a_unit_s_expected_late_tasks_are_the_sum_of_theirs() {
        // When: two just begun at 0.2, three half way at 0.5
        var units = UnitAtRisk.of(
                List.of(
                        new OpenTasks("water", "E0110", 0, 1),
                        new OpenTasks("parks", "E0110", 0, 2),
                        new OpenTasks("parks", "E0110", 4, 3)),
                RiskTable.of(PARKS, 1));

        // Then
        assertThat(units).extracting(UnitAtRisk::unit).containsExactly("parks", "water");
        assertThat(units.get(0).due()).isEqualTo(5);
        assertThat(units.get(0).expectedLate()).isCloseTo(2 * 0.2 + 3 * 0.5, within(1e-9));
        assertThat(units.get(0).low()).isLessThan(units.get(0).expectedLate());
        assertThat(units.get(0).high()).isGreaterThan(units.get(0).expectedLate());
    }

    @Test
    void errors_are_those_one_counts_by_hand() {
        // Given: learned that one of two is late, whenever one asks; then one comes in time in the first tenth, one
        // late
        var learned =
                RiskTable.of(List.of(new Row("a", "c", Outcomes.inTime(9, 1)), new Row("a", "c", Outcomes.late(1))), 1);
        var later = List.of(new Row("a", "c", Outcomes.inTime(0, 1)), new Row("a", "c", Outcomes.late(1)));

        // When
        var errors = RiskErrors.of(learned, later).orElseThrow();

        // Then: asked once about the one, ten times about the other, always answered 0.5
        assertThat(errors.questions()).isEqualTo(11);
        assertThat(errors.brier()).isCloseTo(0.25, within(1e-9));
        assertThat(errors.brierOfBaseRate()).isCloseTo(0.25, within(1e-9));
        assertThat(errors.expectedLate()).isCloseTo(5.5, within(1e-9));
        assertThat(errors.late()).isEqualTo(10);
    }

    @Property
    void a_risk_lies_in_its_interval_and_never_falls_while_a_task_stays_open(
            @ForAll @IntRange(max = 50) int early,
            @ForAll @IntRange(max = 50) int midway,
            @ForAll @IntRange(min = 1, max = 50) int late) {
        var table = RiskTable.of(
                List.of(
                        new Row("a", "c", Outcomes.inTime(2, early)),
                        new Row("a", "c", Outcomes.inTime(6, midway)),
                        new Row("a", "c", Outcomes.late(late))),
                1);
        var before = 0.0;
        for (int tenths = 0; tenths < Outcomes.TENTHS; tenths++) {
            var risk = table.risk("a", "c", tenths).orElseThrow();
            assertThat(risk.probability())
                    .isBetween(risk.low() - 1e-9, risk.high() + 1e-9)
                    .isGreaterThanOrEqualTo(before);
            before = risk.probability();
        }
    }

    private static Basis basis(RiskTable table, String unit, String classCode) {
        return table.risk(unit, classCode, 0).orElseThrow().basis();
    }
}
