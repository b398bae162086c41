package city.urbanops.metrics.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.urbanops.deadlines.PublishedCalendars;
import city.urbanops.deadlines.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeasonalTest {

    /** A Monday; the twelve weeks from here on have the days of May 2026 and Qingming in them. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final DayKinds PLAIN = new DayKinds(WorkingCalendar.standard(ZoneOffset.UTC, List.of()));
    private static final DayKinds CHINA =
            new DayKinds(WorkingCalendar.standard(ZoneOffset.UTC, PublishedCalendars.china()));

    @Test
    void learns_the_week_and_the_level_as_by_hand() {
        // Given: twelve weeks of 7 on working days and none at weekends: 5 a day on average
        var series = weeks(12, 7, 7, 7, 7, 7, 0, 0);

        // When
        var model =
                Seasonal.before(series.end(), series, PLAIN, Method.STANDARD).orElseThrow();

        // Then: working days (84 + 14) / (60 + 14), weekends 14 / 74, over their mean (5 × 98 + 2 × 14) / 7 / 74 = 1;
        // the level is that of 7 ÷ (98 / 74) on five days of seven, 3.7755
        assertThat(model.expected(series.end())).isCloseTo(5.0, within(0.001));
        assertThat(model.expected(series.end().plusDays(5))).isCloseTo(0.7143, within(0.001));
    }

    @Test
    void one_storm_does_not_move_what_is_normal() {
        // Given: 4 a day, and one day of 400 in the last week
        var counts = new double[84];
        Arrays.fill(counts, 4);
        counts[80] = 400;

        // When
        var model = Seasonal.before(MONDAY.plusDays(84), DailySeries.of(MONDAY, counts), PLAIN, Method.STANDARD)
                .orElseThrow();

        // Then: the day of the week of the storm keeps a part of it, the others nearly nothing
        assertThat(model.expected(MONDAY.plusDays(84))).isBetween(2.0, 5.0);
    }

    @Test
    void a_holiday_is_told_as_a_sunday_and_a_make_up_day_as_a_friday() {
        // Given: ten on working days, one at weekends
        var series = weeks(8, 10, 10, 10, 10, 10, 1, 1);
        var labourDay = LocalDate.of(2026, 5, 1);
        var madeUp = LocalDate.of(2026, 5, 9);

        // When
        var model =
                Seasonal.before(series.end(), series, CHINA, Method.STANDARD).orElseThrow();

        // Then
        assertThat(model.expected(labourDay)).isEqualTo(model.expected(LocalDate.of(2026, 5, 10)));
        assertThat(model.expected(madeUp)).isEqualTo(model.expected(LocalDate.of(2026, 5, 8)));
    }

    @Test
    void says_nothing_before_four_weeks_are_known() {
        var series = weeks(4, 1, 1, 1, 1, 1, 1, 1);
        assertThat(Seasonal.before(series.end().minusDays(1), series, PLAIN, Method.STANDARD))
                .isEmpty();
        assertThat(Seasonal.before(series.end(), series, PLAIN, Method.STANDARD))
                .isPresent();
    }

    @Test
    void the_band_of_a_rare_class_holds_ones_and_its_alarm_starts_above_them() {
        // Given: one case every second week
        var counts = new double[84];
        for (int day = 3; day < counts.length; day += 14) {
            counts[day] = 1;
        }

        // When
        var model = Seasonal.before(MONDAY.plusDays(84), DailySeries.of(MONDAY, counts), PLAIN, Method.STANDARD)
                .orElseThrow();

        // Then: (√0.07 + 0.98)² is 1.55, (√0.07 + 1.645)² 3.65
        assertThat(model.band(MONDAY.plusDays(84)).low()).isZero();
        assertThat(model.band(MONDAY.plusDays(84)).high()).isEqualTo(2);
        assertThat(model.alarm(MONDAY.plusDays(84)).high()).isEqualTo(4);
    }

    @Property
    void never_learns_from_the_day_itself_or_later(
            @ForAll @Size(100) List<@IntRange(max = 500) Integer> counts,
            @ForAll @IntRange(min = 30, max = 99) int at) {
        // Given
        var day = MONDAY.plusDays(at);
        var all = DailySeries.of(
                MONDAY, counts.stream().mapToDouble(Integer::intValue).toArray());
        var known = DailySeries.of(
                MONDAY,
                counts.subList(0, at).stream().mapToDouble(Integer::intValue).toArray());

        // When
        var ofAll =
                Seasonal.before(day, all, CHINA, Method.STANDARD).orElseThrow().band(day);
        var ofKnown = Seasonal.before(day, known, CHINA, Method.STANDARD)
                .orElseThrow()
                .band(day);

        // Then
        assertThat(ofAll).isEqualTo(ofKnown);
        assertThat(ofAll.contains(ofAll.expected())).isTrue();
        assertThat(ofAll.low()).isNotNegative();
    }

    @Test
    void a_day_nobody_named_is_a_zero_and_one_outside_is_left_out() {
        var series = DailySeries.of(MONDAY, MONDAY.plusDays(3), Map.of(MONDAY.plusDays(1), 4L, MONDAY.plusDays(3), 9L));
        assertThat(series.at(MONDAY)).isZero();
        assertThat(series.at(MONDAY.plusDays(1))).isEqualTo(4);
        assertThat(series.days()).isEqualTo(3);
    }

    private static DailySeries weeks(int number, double... week) {
        var counts = new double[number * week.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = week[i % week.length];
        }
        return DailySeries.of(MONDAY, counts);
    }
}
