package city.urbanops.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The calendar of the handbook's fixtures: 29 September to 6 October 2023 off, 7 and 8 October made up. */
final class Autumn2023 {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final WorkingCalendar CALENDAR = WorkingCalendar.standard(SHANGHAI, days());

    private Autumn2023() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static List<CalendarDay> days() {
        List<CalendarDay> days = new ArrayList<>();
        LocalDate first = LocalDate.of(2023, 9, 29);
        first.datesUntil(LocalDate.of(2023, 10, 7))
                .forEach(date -> days.add(new CalendarDay(date, CalendarDay.Kind.HOLIDAY, "Mid-Autumn, National Day")));
        days.add(new CalendarDay(LocalDate.of(2023, 10, 7), CalendarDay.Kind.MAKEUP, "National Day"));
        days.add(new CalendarDay(LocalDate.of(2023, 10, 8), CalendarDay.Kind.MAKEUP, "National Day"));
        return days;
    }
}
