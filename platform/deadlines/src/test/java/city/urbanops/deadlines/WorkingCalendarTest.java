package city.urbanops.deadlines;

import static city.urbanops.deadlines.Autumn2023.CALENDAR;
import static city.urbanops.deadlines.Autumn2023.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    @ParameterizedTest
    @CsvSource({"2023-09-28, true", "2023-09-29, false", "2023-10-02, false", "2023-10-07, true", "2023-10-14, false"})
    void published_days_override_weekdays(LocalDate date, boolean working) {
        assertThat(CALENDAR.isWorkingDay(date)).isEqualTo(working);
    }

    @Test
    void says_which_years_it_knows() {
        assertThat(CALENDAR.years()).containsExactly(2023);
        assertThat(CALENDAR.hasDataFor(2023)).isTrue();
        assertThat(CALENDAR.hasDataFor(2024)).isFalse();
    }

    @Test
    void default_day_has_eight_hours() {
        assertThat(CALENDAR.dayLength()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void refuses_slots_that_are_missing_reversed_or_overlap() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendarWith(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkingSlot.of("12:00", "12:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        calendarWith(List.of(WorkingSlot.of("14:00", "18:00"), WorkingSlot.of("08:00", "12:00"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        calendarWith(List.of(WorkingSlot.of("08:00", "00:00"), WorkingSlot.of("14:00", "18:00"))));
    }

    @Test
    void refuses_a_date_named_twice() {
        List<CalendarDay> days = List.of(
                new CalendarDay(LocalDate.of(2026, 1, 1), CalendarDay.Kind.HOLIDAY, "New Year"),
                new CalendarDay(LocalDate.of(2026, 1, 1), CalendarDay.Kind.MAKEUP, "New Year"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.standard(SHANGHAI, days))
                .withMessageContaining("2026-01-01");
    }

    @Test
    void names_both_lines_of_a_date_that_comes_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarDay.parse(List.of(
                        "date,kind,name",
                        "2026-01-01,HOLIDAY,New Year",
                        "2026-01-04,MAKEUP,New Year",
                        "2026-01-01,MAKEUP,New Year")))
                .withMessage("Line 4: 2026-01-01 stands in line 2 already");
    }

    @Test
    void refuses_an_empty_calendar_file() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarDay.parse(List.of("# nothing")))
                .withMessageContaining("date,kind,name");
    }

    @Test
    void reads_a_calendar_file() {
        List<String> lines = List.of(
                "# published days", "date,kind,name", "", "2026-01-01,HOLIDAY,New Year", "2026-01-04,MAKEUP,New Year");

        assertThat(CalendarDay.parse(lines))
                .containsExactly(
                        new CalendarDay(LocalDate.of(2026, 1, 1), CalendarDay.Kind.HOLIDAY, "New Year"),
                        new CalendarDay(LocalDate.of(2026, 1, 4), CalendarDay.Kind.MAKEUP, "New Year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01,HOLIDAY,x", "2026-01-01,OFF,x", "2026-01-01", "nonsense"})
    void names_the_line_it_cannot_read(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarDay.parse(List.of("date,kind,name", line)))
                .withMessageContaining("Line 2");
    }

    @Test
    void names_a_missing_header() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarDay.parse(List.of("2026-01-01,HOLIDAY,New Year")))
                .withMessageContaining("date,kind,name");
    }

    @Test
    void a_unit_has_hours_of_its_own_and_the_city_s_holidays() {
        WorkingCalendar unit = Autumn2023.CALENDAR.withHours(WorkingSlot.parse("06:00-10:00,16:00-00:00"));

        assertThat(unit.dayLength()).isEqualTo(Duration.ofHours(12));
        assertThat(unit.isWorkingDay(LocalDate.of(2023, 10, 6))).isFalse();
        assertThat(Deadlines.due(Autumn2023.at("2023-09-28T23:00"), TimeLimit.parse("2wh"), unit))
                .isEqualTo(Autumn2023.at("2023-10-07T07:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "08:00", "08:00-12:00-14:00", "8-12", "12:00-08:00"})
    void refuses_hours_that_are_none(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkingSlot.parse(text));
    }

    private static WorkingCalendar calendarWith(List<WorkingSlot> slots) {
        return new WorkingCalendar(SHANGHAI, slots, List.of(), WorkingDayRule.ROLLING_HOURS);
    }
}
