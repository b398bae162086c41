package city.urbanops.dispatch.city.persistence;

import city.urbanops.deadlines.CalendarDay;
import java.time.LocalDate;

/** A published day as a row. */
record DayRow(LocalDate day, String kind, String name) {

    static DayRow of(CalendarDay day) {
        return new DayRow(day.date(), day.kind().name(), day.name());
    }

    CalendarDay calendarDay() {
        return new CalendarDay(day, CalendarDay.Kind.valueOf(kind), name);
    }
}
