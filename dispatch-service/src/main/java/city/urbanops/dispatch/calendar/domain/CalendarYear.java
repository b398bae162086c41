package city.urbanops.dispatch.calendar.domain;

import city.urbanops.deadlines.CalendarDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The published days of one year, as somebody hands them in: sound or not.
 *
 * @param year the year, in the city's zone
 * @param daysOff days on which nobody works, also those that fall on a weekend
 * @param makeUpDays days on which people work 调休: weekend days, but 2020 also named a Monday, which does no harm
 */
public record CalendarYear(int year, List<Day> daysOff, List<Day> makeUpDays) {

    /** Years a calendar can be stored for; outside of them a typing error is likelier. */
    public static final int FIRST = 2000;

    public static final int LAST = 2100;

    private static final String DAYS_OFF = "daysOff";
    private static final String MAKE_UP_DAYS = "makeUpDays";

    public CalendarYear {
        daysOff = List.copyOf(daysOff);
        makeUpDays = List.copyOf(makeUpDays);
    }

    /** One day; the name is what the publication calls it and may be empty. */
    public record Day(LocalDate date, String name) {}

    /** Something wrong: the path of the field, for example {@code daysOff[3].date}, and what about it. */
    public record Fault(String path, String message) {}

    /** The year as stored: those of its days that are among the given ones. */
    public static CalendarYear of(int year, List<CalendarDay> days) {
        return new CalendarYear(
                year, of(year, CalendarDay.Kind.HOLIDAY, days), of(year, CalendarDay.Kind.MAKEUP, days));
    }

    private static List<Day> of(int year, CalendarDay.Kind kind, List<CalendarDay> days) {
        return days.stream()
                .filter(day -> day.kind() == kind && day.date().getYear() == year)
                .map(day -> new Day(day.date(), day.name()))
                .toList();
    }

    /** The days in ascending order; only of a year without faults. */
    public List<CalendarDay> days() {
        return Stream.concat(
                        daysOff.stream().map(day -> calendarDay(day, CalendarDay.Kind.HOLIDAY)),
                        makeUpDays.stream().map(day -> calendarDay(day, CalendarDay.Kind.MAKEUP)))
                .sorted(Comparator.comparing(CalendarDay::date))
                .toList();
    }

    /**
     * Everything that is wrong, by field; empty when the year can be stored.
     *
     * @param fewestDaysOff with fewer the list is not complete
     */
    public List<Fault> faults(int fewestDaysOff) {
        List<Fault> faults = new ArrayList<>();
        if (year < FIRST || year > LAST) {
            faults.add(new Fault("year", "must be %d to %d, not %d".formatted(FIRST, LAST, year)));
        }
        if (daysOff.size() < fewestDaysOff) {
            faults.add(new Fault(
                    DAYS_OFF, "a year has at least %d days off, here are %d".formatted(fewestDaysOff, daysOff.size())));
        }
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < daysOff.size(); i++) {
            check(at(DAYS_OFF, i), daysOff.get(i).date(), seen, faults);
        }
        for (int i = 0; i < makeUpDays.size(); i++) {
            check(at(MAKE_UP_DAYS, i), makeUpDays.get(i).date(), seen, faults);
        }
        return faults;
    }

    private void check(String path, LocalDate date, Set<LocalDate> seen, List<Fault> faults) {
        if (date.getYear() != year) {
            faults.add(new Fault(path, "%s is not a day of %d".formatted(date, year)));
        }
        if (!seen.add(date)) {
            faults.add(new Fault(path, "%s comes twice: a day is off or worked, and once".formatted(date)));
        }
    }

    private static String at(String list, int index) {
        return "%s[%d].date".formatted(list, index);
    }

    private static CalendarDay calendarDay(Day day, CalendarDay.Kind kind) {
        return new CalendarDay(day.date(), kind, day.name());
    }
}
