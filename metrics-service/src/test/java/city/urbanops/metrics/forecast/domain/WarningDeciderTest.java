package city.urbanops.metrics.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.forecast.domain.Finding.Subject;
import city.urbanops.metrics.forecast.domain.Findings.Limits;
import city.urbanops.metrics.forecast.domain.Hotspot.Counts;
import city.urbanops.metrics.forecast.domain.Trend.Flag;
import city.urbanops.metrics.forecast.domain.Trend.Point;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarningDeciderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Limits LIMITS = new Limits(3, 5, 3.29, 0.67);

    @Test
    void a_strong_finding_raises_a_weak_one_only_keeps_and_none_for_a_while_clears() {
        // Given
        var strong = unit("parks", 4.3);
        var weak = unit("parks", 2.5);

        // Then
        assertThat(WarningDecider.decide(Map.of(), List.of(strong), NOON).raise())
                .containsExactly(strong);
        assertThat(WarningDecider.decide(Map.of(), List.of(weak), NOON))
                .isEqualTo(new WarningDecider.Decision(List.of(), List.of(), Set.of()));
        assertThat(WarningDecider.decide(Map.of(weak.key(), NOON.minusSeconds(1)), List.of(weak), NOON)
                        .renew())
                .containsExactly(weak);
        assertThat(WarningDecider.decide(Map.of(weak.key(), NOON.minusSeconds(1)), List.of(), NOON)
                        .clear())
                .containsExactly("AT_RISK:parks//");
        assertThat(WarningDecider.decide(Map.of(weak.key(), NOON), List.of(), NOON)
                        .clear())
                .isEmpty();
        assertThat(Findings.of(new UnitAtRisk("parks", 9, 1.9, 0, 0, 0), "18:00", LIMITS))
                .isEmpty();
    }

    @Test
    void a_warning_says_itself_in_two_languages() {
        assertThat(unit("parks", 4.3).text())
                .isEqualTo(new Finding.Text(
                        "parks has 9 tasks due by 18:00; by the record of such tasks 4.3 of them will be late.",
                        "parks 在 18:00 前到期 9 件，按以往同类任务记录预计逾期 4.3 件。"));
    }

    @Test
    void a_flagged_day_is_no_warning_where_hardly_anything_came_or_was_expected() {
        // Given
        var loud = new Point(DAY, 25L, new Band(8.2, 3, 15), Flag.HIGH);
        var quiet = new Point(DAY, 4L, new Band(0.1, 0, 2), Flag.HIGH);
        var silent = new Point(DAY, 0L, new Band(12, 6, 20), Flag.LOW);
        var plain = new Point(DAY, 9L, new Band(8.2, 3, 15), null);
        var dust = new Subject(null, "E0304", null);

        // Then
        assertThat(Findings.of(dust, loud, LIMITS).orElseThrow().text().english())
                .isEqualTo("Class E0304: 25 cases filed on 2026-03-02, where 8.2 were to be expected (3 to 15).");
        assertThat(Findings.of(dust, quiet, LIMITS)).isEmpty();
        assertThat(Findings.of(Subject.CITY, silent, LIMITS)).isPresent();
        assertThat(Findings.of(dust, plain, LIMITS)).isEmpty();
    }

    @Test
    void a_place_is_ranked_by_what_its_own_past_does_not_explain() {
        // Given: 9 in 30 days where 1 was usual, 12 where 12 were, and 2 of nothing
        var rule = new Hotspot.Rule(3, 30, 180, 1.96);
        var places = List.of(
                new Counts("450202001", "E0110", 12, 72),
                new Counts("450202002", "E0110", 9, 6),
                new Counts("450202003", "E0110", 2, 0));

        // When
        var ranked = Hotspot.of(places, rule);

        // Then: 2 × (√9.375 − √1.375) is 3.78
        assertThat(ranked).extracting(Hotspot::areaCode).containsExactly("450202002", "450202001");
        assertThat(ranked).extracting(Hotspot::rising).containsExactly(true, false);
        assertThat(ranked.get(0).surprise()).isBetween(3.77, 3.79);
        assertThat(Findings.of(ranked.get(0), 30, LIMITS).orElseThrow().text().chinese())
                .isEqualTo("类别 E0110 区域 450202002 30 天内立案 9 件，按该处以往应为 1.0 件。");
        assertThat(Findings.of(ranked.get(1), 30, LIMITS)).isEmpty();
    }

    private static Finding unit(String unit, double expectedLate) {
        return Findings.of(new UnitAtRisk(unit, 9, expectedLate, 0, 9, 0), "18:00", LIMITS)
                .orElseThrow();
    }
}
