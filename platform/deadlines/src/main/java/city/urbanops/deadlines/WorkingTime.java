package city.urbanops.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The slots of the working days of a calendar; walks day by day, so the cost is the number of days crossed. */
record WorkingTime(WorkingCalendar calendar) implements OpenTime {

    @Override
    public Duration between(Instant from, Instant to) {
        Duration total = Duration.ZERO;
        Slots slots = slotsFrom(from);
        for (Span slot = slots.next(); slot.from.isBefore(to); slot = slots.next()) {
            total = total.plus(slot.clip(from, to));
        }
        return total;
    }

    @Override
    public Instant plus(Instant from, Duration amount) {
        if (amount.isZero()) {
            return from;
        }
        Duration left = amount;
        Slots slots = slotsFrom(from);
        while (true) {
            Span slot = slots.next();
            Duration open = slot.clip(from, slot.to);
            if (open.compareTo(left) >= 0) {
                return slot.to.minus(open.minus(left));
            }
            left = left.minus(open);
        }
    }

    /** The instant itself when inside a slot, else the start of the next one. */
    Instant moveIntoSlot(Instant instant) {
        Slots slots = slotsFrom(instant);
        Span slot = slots.next();
        while (!instant.isBefore(slot.to)) {
            slot = slots.next();
        }
        return instant.isAfter(slot.from) ? instant : slot.from;
    }

    /** Same wall-clock time, n working days after the start moved into working hours. */
    Instant sameTimeAfter(Instant start, int days) {
        ZonedDateTime counted = moveIntoSlot(start).atZone(calendar.zone());
        LocalDate day = calendar.workingDayAfter(counted.toLocalDate(), days);
        return day.atTime(counted.toLocalTime()).atZone(calendar.zone()).toInstant();
    }

    /** Closing time of the nth working day after the start's date. */
    Instant endOfDayAfter(Instant start, int days) {
        LocalDate date = start.atZone(calendar.zone()).toLocalDate();
        List<WorkingSlot> slots = calendar.slots();
        return spanOf(calendar.workingDayAfter(date, days), slots.get(slots.size() - 1)).to;
    }

    private Slots slotsFrom(Instant instant) {
        return new Slots(instant.atZone(calendar.zone()).toLocalDate());
    }

    private Span spanOf(LocalDate date, WorkingSlot slot) {
        Instant from = date.atTime(slot.from()).atZone(calendar.zone()).toInstant();
        Instant to = slot.endsAtMidnight()
                ? date.plusDays(1).atStartOfDay(calendar.zone()).toInstant()
                : date.atTime(slot.to()).atZone(calendar.zone()).toInstant();
        return new Span(from, to);
    }

    /** A slot on a date. */
    private record Span(Instant from, Instant to) {
        Duration clip(Instant earliest, Instant latest) {
            Instant start = from.isAfter(earliest) ? from : earliest;
            Instant end = to.isBefore(latest) ? to : latest;
            return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
        }
    }

    /** All slots from a date on, in order, without end: published holidays are finite, weekdays are not. */
    private final class Slots implements Iterator<Span> {
        private LocalDate date;
        private int index;

        Slots(LocalDate first) {
            this.date = first;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Span next() throws NoSuchElementException {
            while (index == calendar.slots().size() || !calendar.isWorkingDay(date)) {
                date = date.plusDays(1);
                index = 0;
            }
            return spanOf(date, calendar.slots().get(index++));
        }
    }
}
