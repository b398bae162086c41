package city.urbanops.dispatch.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.WorkingCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownYearsTest {

    private static final WorkingCalendar OF_2026 = WorkingCalendar.standard(
            ZoneId.of("Asia/Shanghai"),
            List.of(new CalendarDay(LocalDate.parse("2026-01-01"), CalendarDay.Kind.HOLIDAY, "New Year")));

    @Test
    void the_next_year_is_missed_from_november_on() {
        assertThat(missing("2026-10-31")).isEmpty();
        assertThat(missing("2026-11-01")).containsExactly(2027);
        assertThat(missing("2026-12-31")).containsExactly(2027);
    }

    @Test
    void the_present_year_is_missed_always() {
        assertThat(missing("2027-01-01")).containsExactly(2027);
        assertThat(missing("2027-11-01")).containsExactly(2027, 2028);
        assertThat(missing("2025-12-01")).containsExactly(2025);
    }

    private static List<Integer> missing(String today) {
        return KnownYears.missing(OF_2026, LocalDate.parse(today), MonthDay.of(11, 1));
    }
}
