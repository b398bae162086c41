package city.urbanops.dispatch.calendar.domain;

import city.urbanops.deadlines.WorkingCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.IntStream;

/** Which years a calendar should know: the present one, and late in it the next. */
public final class KnownYears {

    private KnownYears() {}

    /**
     * The years that are missing, ascending; empty when all is well.
     *
     * @param missedFrom the day of a year from which the next one is missed
     */
    public static List<Integer> missing(WorkingCalendar calendar, LocalDate today, MonthDay missedFrom) {
        boolean late = !MonthDay.from(today).isBefore(missedFrom);
        return IntStream.rangeClosed(today.getYear(), today.getYear() + (late ? 1 : 0))
                .filter(year -> !calendar.hasDataFor(year))
                .boxed()
                .toList();
    }
}
