package city.urbanops.metrics.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.metrics.forecast.domain.Trend.Flag;
import city.urbanops.metrics.forecast.domain.Trend.Point;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final DayKinds PLAIN = new DayKinds(WorkingCalendar.standard(ZoneOffset.UTC, List.of()));

    @Test
    void flags_what_is_far_above_and_far_below_and_forecasts_a_fortnight() {
        // Given: 16 a day, then 40, 16 and 1
        var counts = new double[87];
        Arrays.fill(counts, 16);
        counts[84] = 40;
        counts[86] = 1;
        var from = MONDAY.plusDays(84);

        // When
        var points = Trend.of(DailySeries.of(MONDAY, counts), from, PLAIN, Method.STANDARD);

        // Then: √16 ± 1.645 squared is 5.5 to 31.9
        assertThat(points).hasSize(3 + Trend.HORIZON_DAYS);
        assertThat(points.subList(0, 3)).extracting(Point::flag).containsExactly(Flag.HIGH, null, Flag.LOW);
        assertThat(points.get(0).band()).isEqualTo(new Band(16, 9, 25));
        assertThat(points.get(3).count()).isNull();
        assertThat(points).last().satisfies(last -> {
            assertThat(last.day()).isEqualTo(from.plusDays(3 + 13));
            assertThat(last.band()).isNotNull();
        });
    }

    @Test
    void the_back_test_is_what_one_counts_by_hand() {
        // Given: 16 a day, then 20 and 9
        var counts = new double[86];
        Arrays.fill(counts, 16);
        counts[84] = 20;
        counts[85] = 9;

        // When
        var errors = BackTest.dayAhead(DailySeries.of(MONDAY, counts), MONDAY.plusDays(84), PLAIN, Method.STANDARD)
                .orElseThrow();

        // Then: both were told as about 16, and both are inside of 9 to 25 or at its edge
        assertThat(errors.days()).isEqualTo(2);
        assertThat(errors.naiveMae()).isEqualTo((4 + 7) / 2.0);
        assertThat(errors.naiveWape()).isCloseTo(11 / 29.0, within(1e-9));
        assertThat(errors.mae()).isCloseTo(5.5, within(0.2));
        assertThat(errors.coverage()).isEqualTo(1);
        assertThat(errors.flagged()).isZero();
    }

    @Test
    void the_naive_forecast_of_the_second_week_knows_no_more_than_the_origin_does() {
        // Given: thirteen weeks, each with its own number
        var counts = new double[91 + 14];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.floorDiv(i, 7);
        }
        var series = DailySeries.of(MONDAY, counts);

        // When: from the first day of week 14 on, all of two weeks ahead
        var errors = BackTest.ahead(List.of(series), MONDAY.plusDays(91), 14, PLAIN, Method.STANDARD)
                .orElseThrow();

        // Then: a forecast of the next seven days is one week old, of those after it two weeks
        assertThat(errors.naiveMae()).isGreaterThan(1).isLessThan(2);
        assertThat(errors.days()).isEqualTo(14 * 15 / 2);
    }

    @Test
    void too_little_history_is_no_error_but_an_absent_one() {
        var series = DailySeries.of(MONDAY, new double[20]);
        assertThat(BackTest.dayAhead(series, MONDAY.plusDays(10), PLAIN, Method.STANDARD))
                .isEmpty();
        assertThat(Trend.of(series, MONDAY.plusDays(19), PLAIN, Method.STANDARD))
                .allSatisfy(point -> assertThat(point.band()).isNull());
    }
}
