package city.urbanops.dispatch.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.PublishedCalendars;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarYearTest {

    private static final int FEWEST = 11;

    @ParameterizedTest
    @ValueSource(ints = {2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
    void every_year_ever_announced_is_sound(int year) {
        // Given
        List<CalendarDay> days = PublishedCalendars.china();

        // When
        CalendarYear read = CalendarYear.of(year, days);

        // Then
        assertThat(read.faults(FEWEST)).isEmpty();
        assertThat(read.days())
                .isEqualTo(days.stream()
                        .filter(day -> day.date().getYear() == year)
                        .toList());
    }

    @Test
    void every_fault_is_told_by_its_path() {
        // Given
        CalendarYear wrong = new CalendarYear(
                2027,
                Stream.concat(tenDays(), Stream.of(day("2027-01-01"), day("2028-01-01")))
                        .toList(),
                List.of(day("2027-01-02"), day("2027-02-02")));

        // When
        List<CalendarYear.Fault> faults = wrong.faults(FEWEST);

        // Then
        assertThat(faults)
                .extracting(CalendarYear.Fault::path)
                .containsExactly("daysOff[10].date", "daysOff[11].date", "makeUpDays[0].date");
        assertThat(faults)
                .extracting(CalendarYear.Fault::message)
                .satisfiesExactly(
                        twice -> assertThat(twice).contains("2027-01-01", "twice"),
                        outside -> assertThat(outside).contains("not a day of 2027"),
                        both -> assertThat(both).contains("2027-01-02", "twice"));
    }

    @Test
    void a_year_with_hardly_a_day_off_is_not_complete() {
        // When
        List<CalendarYear.Fault> faults = new CalendarYear(2027, tenDays().toList(), List.of()).faults(FEWEST);

        // Then
        assertThat(faults)
                .containsExactly(new CalendarYear.Fault("daysOff", "a year has at least 11 days off, here are 10"));
    }

    @Test
    void a_year_nobody_lives_in_is_a_typing_error() {
        assertThat(new CalendarYear(20270, List.of(), List.of()).faults(0))
                .extracting(CalendarYear.Fault::path)
                .containsExactly("year");
    }

    /** The first ten days of 2027. */
    private static Stream<CalendarYear.Day> tenDays() {
        return IntStream.rangeClosed(1, 10).mapToObj(i -> new CalendarYear.Day(LocalDate.of(2027, 1, i), ""));
    }

    private static CalendarYear.Day day(String date) {
        return new CalendarYear.Day(LocalDate.parse(date), "");
    }
}
