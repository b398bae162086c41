package city.urbanops.deadlines;

import java.time.Duration;
import java.time.LocalTime;

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
