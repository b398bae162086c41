package city.urbanops.dispatch.calendar.api;

import city.urbanops.dispatch.calendar.domain.CalendarYear;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All published days of a year.
 *
 * @param daysOff every day nobody works, weekend days within a holiday included
 * @param makeUpDays weekend days that are worked; absent for none
 */
public record CalendarYearRequest(
        @NotNull @Size(max = 366) List<@Valid @NotNull Day> daysOff,
        @Nullable @Size(max = 366) List<@Valid @NotNull Day> makeUpDays) {

    /** One day and what the publication calls it. */
    public record Day(
            @NotNull LocalDate date,
            @Nullable @Size(max = 100) String name) {

        private CalendarYear.Day day() {
            return new CalendarYear.Day(date, name == null ? "" : name);
        }
    }

    CalendarYear of(int year) {
        return new CalendarYear(year, days(daysOff), makeUpDays == null ? List.of() : days(makeUpDays));
    }

    private static List<CalendarYear.Day> days(List<Day> days) {
        return days.stream().map(Day::day).toList();
    }
}
