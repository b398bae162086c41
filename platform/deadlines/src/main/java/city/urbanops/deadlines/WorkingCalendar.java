package city.urbanops.deadlines;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a city or a unit works: zone, slots of a working day, published holidays and make-up days, and how working days
 * are counted. Immutable. A year without published days falls back to Monday to Friday; deadlines that touch such a
 * year are provisional ({@link Deadlines#isProvisional}).
 */
public final class WorkingCalendar {

    /** 08:00–12:00 and 14:00–18:00: eight working hours a day. */
    public static final List<WorkingSlot> DEFAULT_SLOTS =
            List.of(WorkingSlot.of("08:00", "12:00"), WorkingSlot.of("14:00", "18:00"));

    private final ZoneId zone;
    private final List<WorkingSlot> slots;
    private final Map<LocalDate, CalendarDay.Kind> published;
    private final SortedSet<Integer> years;
    private final WorkingDayRule dayRule;
    private final Duration dayLength;

    /**
     * @param zone the zone civil dates and slots are read in
     * @param slots one or more, in order, without overlap; they hold on every working day
     * @param days published days, each date at most once; a year with any of them counts as known
     * @param dayRule how {@code wd} is counted
     * @throws IllegalArgumentException when slots are missing, out of order or overlap, or a date comes twice
     */
    public WorkingCalendar(ZoneId zone, List<WorkingSlot> slots, Collection<CalendarDay> days, WorkingDayRule dayRule) {
        this.zone = zone;
        this.slots = List.copyOf(slots);
        this.dayRule = dayRule;
        this.published = byDate(days);
        this.years = new TreeSet<>();
        days.forEach(day -> years.add(day.date().getYear()));
        checkOrder(this.slots);
        this.dayLength = this.slots.stream().map(WorkingSlot::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The default calendar of a city: eight hours in two slots, working days as rolling hours. */
    public static WorkingCalendar standard(ZoneId zone, Collection<CalendarDay> days) {
        return new WorkingCalendar(zone, DEFAULT_SLOTS, days, WorkingDayRule.ROLLING_HOURS);
    }

    /** The same calendar with working days counted another way. */
    public WorkingCalendar countingDaysBy(WorkingDayRule rule) {
        return new WorkingCalendar(zone, slots, days(), rule);
    }

    /**
     * The same holidays for a unit with hours of its own.
     *
     * @throws IllegalArgumentException when slots are missing, out of order or overlap
     */
    public WorkingCalendar withHours(List<WorkingSlot> unitSlots) {
        return new WorkingCalendar(zone, unitSlots, days(), dayRule);
    }

    private List<CalendarDay> days() {
        return published.entrySet().stream()
                .map(entry -> new CalendarDay(entry.getKey(), entry.getValue(), ""))
                .toList();
    }

    /** The zone civil dates and slots are read in. */
    public ZoneId zone() {
        return zone;
    }

    /** The slots of a working day: one or more, in order. */
    public List<WorkingSlot> slots() {
        return slots;
    }

    /** How {@code wd} is counted. */
    public WorkingDayRule dayRule() {
        return dayRule;
    }

    /** The working time of one working day, above zero: the sum of the slots, 8 hours by default. */
    public Duration dayLength() {
        return dayLength;
    }

    /** The years holidays are known for, ascending; may be empty. */
    public SortedSet<Integer> years() {
        return new TreeSet<>(years);
    }

    /** Whether holidays of this year are known, so that its working days are certain. */
    public boolean hasDataFor(int year) {
        return years.contains(year);
    }

    /** Whether people work on this date: as published, otherwise Monday to Friday. */
    public boolean isWorkingDay(LocalDate date) {
        CalendarDay.Kind kind = published.get(date);
        if (kind != null) {
            return kind == CalendarDay.Kind.MAKEUP;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * The nth working day after a date, which itself does not count.
     *
     * @param n 1 or more
     */
    public LocalDate workingDayAfter(LocalDate date, int n) {
        LocalDate day = date;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    private static Map<LocalDate, CalendarDay.Kind> byDate(Collection<CalendarDay> days) {
        Map<LocalDate, CalendarDay.Kind> byDate = new HashMap<>();
        for (CalendarDay day : days) {
            if (byDate.put(day.date(), day.kind()) != null) {
                throw new IllegalArgumentException("The calendar names " + day.date() + " twice");
            }
        }
        return Map.copyOf(byDate);
    }

    private static void checkOrder(List<WorkingSlot> slots) {
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("A working day has at least one slot");
        }
        for (int i = 1; i < slots.size(); i++) {
            if (slots.get(i).startsBeforeEndOf(slots.get(i - 1))) {
                throw new IllegalArgumentException("Working slots overlap or are out of order: " + slots);
            }
        }
    }
}
