package city.urbanops.deadlines;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of the day in which people work, from inclusive to exclusive.
 *
 * @param from opening time
 * @param to closing time, after {@code from}; 00:00 stands for the end of the day
 */
public record WorkingSlot(LocalTime from, LocalTime to) {

    private static final long DAY = Duration.ofDays(1).toNanos();

    /** @throws IllegalArgumentException when the slot does not end after it starts */
    public WorkingSlot {
        if (endOfDayNanos(to) <= from.toNanoOfDay()) {
            throw new IllegalArgumentException("A working slot ends after it starts, not %s-%s".formatted(from, to));
        }
    }

    /** A slot from ISO local times such as {@code 08:00} and {@code 12:00}. */
    public static WorkingSlot of(String from, String to) {
        return new WorkingSlot(LocalTime.parse(from), LocalTime.parse(to));
    }

    /**
     * Reads the slots of a working day: {@code 08:00-12:00,14:00-18:00}, in order; {@code 00:00-00:00} is the whole day.
     *
     * @return one or more, as written; whether they overlap is checked by the calendar they go into
     * @throws IllegalArgumentException when the text is anything else
     */
    public static List<WorkingSlot> parse(String text) {
        return Stream.of(text.split(",", -1)).map(WorkingSlot::parseOne).toList();
    }

    private static WorkingSlot parseOne(String text) {
        String[] times = text.strip().split("-", -1);
        if (times.length != 2) {
            throw new IllegalArgumentException("Hours are written 08:00-12:00, not '" + text + "'");
        }
        try {
            return of(times[0], times[1]);
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException("Hours are written 08:00-12:00, not '" + text + "'", notATime);
        }
    }

    /** Wall-clock length, above zero, at most 24 hours. */
    public Duration length() {
        return Duration.ofNanos(endOfDayNanos(to) - from.toNanoOfDay());
    }

    boolean endsAtMidnight() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    boolean startsBeforeEndOf(WorkingSlot earlier) {
        return from.toNanoOfDay() < endOfDayNanos(earlier.to);
    }

    private static long endOfDayNanos(LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? DAY : to.toNanoOfDay();
    }
}
