package city.urbanops.metrics.forecast.domain;

import city.urbanops.deadlines.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Which day of the week a date behaves like: a holiday like a Sunday, a weekend day that is worked to make up like a Friday. */
public record DayKinds(WorkingCalendar calendar) {

    private static final int DAYS = 7;

    /** 0 for Monday to 6 for Sunday. */
    int of(LocalDate date) {
        var weekday = date.getDayOfWeek();
        var weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        if (calendar.isWorkingDay(date) == weekend) {
            return (weekend ? DayOfWeek.FRIDAY : DayOfWeek.SUNDAY).getValue() - 1;
        }
        return weekday.getValue() - 1;
    }

    /** The kinds of days in a row. */
    int[] of(LocalDate first, int days) {
        var kinds = new int[days];
        for (int i = 0; i < days; i++) {
            kinds[i] = of(first.plusDays(i));
        }
        return kinds;
    }

    static int number() {
        return DAYS;
    }
}
