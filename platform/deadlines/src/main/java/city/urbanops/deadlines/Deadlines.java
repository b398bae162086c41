package city.urbanops.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of deadlines. Working-time limits count from the start, moved to the next slot when it lies outside;
 * a limit that is used up exactly when a slot ends is due then, not when the next one opens. Pauses push the due instant
 * by the time that would have counted; overlapping pauses count once, the part before the start not at all.
 *
 * <p>In zones with daylight saving, working slots and urgent days keep the wall clock: around the night of the change
 * two starts less than an hour apart may be due in reverse order.
 */
public final class Deadlines {

    private Deadlines() {}

    /** When a stage without pauses is due; always after the start. */
    public static Instant due(Instant start, TimeLimit limit, WorkingCalendar calendar) {
        int amount = limit.amount();
        WorkingTime working = new WorkingTime(calendar);
        return switch (limit.unit()) {
            case URGENT_MINUTE -> start.plus(Duration.ofMinutes(amount));
            case URGENT_HOUR -> start.plus(Duration.ofHours(amount));
            case URGENT_DAY -> start.atZone(calendar.zone()).plusDays(amount).toInstant();
            case WORKING_HOUR -> working.plus(start, Duration.ofHours(amount));
            case WORKING_DAY ->
                switch (calendar.dayRule()) {
                    case ROLLING_HOURS ->
                        working.plus(start, calendar.dayLength().multipliedBy(amount));
                    case SAME_TIME -> working.sameTimeAfter(start, amount);
                    case END_OF_DAY -> working.endOfDayAfter(start, amount);
                };
        };
    }

    /**
     * When a stage is due, given every stretch its clock stood still.
     *
     * @param pauses in any order, overlapping or not, possibly empty
     * @return empty while a pause without end holds the clock before it ran out: there is no due instant then
     */
    public static Optional<Instant> due(Instant start, TimeLimit limit, WorkingCalendar calendar, List<Pause> pauses) {
        return pushed(due(start, limit, calendar), start, OpenTime.of(limit.unit(), calendar), pauses);
    }

    /**
     * When so much of a stage's limit will be used up, for example 80 for the moment its light turns yellow.
     *
     * @param percent 1 to 100; 100 is the due instant
     * @param pauses in any order, overlapping or not, possibly empty
     * @return empty while a pause without end holds the clock before that
     * @throws IllegalArgumentException when percent is out of bounds
     */
    public static Optional<Instant> used(
            int percent, Instant start, TimeLimit limit, WorkingCalendar calendar, List<Pause> pauses) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A share of a limit is 1 to 100 percent, not " + percent);
        }
        if (percent == 100) {
            return due(start, limit, calendar, pauses);
        }
        OpenTime open = OpenTime.of(limit.unit(), calendar);
        Duration part = total(start, limit, calendar).multipliedBy(percent).dividedBy(100);
        return pushed(open.plus(start, part), start, open, pauses);
    }

    private static Optional<Instant> pushed(Instant unpaused, Instant start, OpenTime open, List<Pause> pauses) {
        Instant reached = unpaused;
        for (Pause pause : Pause.disjoint(pauses, start)) {
            if (!pause.from().isBefore(reached)) {
                break;
            }
            Instant until = pause.until();
            if (until == null) {
                return Optional.empty();
            }
            reached = open.plus(reached, open.between(pause.from(), until));
        }
        return Optional.of(reached);
    }

    /** The whole of a limit as time that counts: what {@link #elapsed} reaches at the due instant. Above zero. */
    public static Duration total(Instant start, TimeLimit limit, WorkingCalendar calendar) {
        return OpenTime.of(limit.unit(), calendar).between(start, due(start, limit, calendar));
    }

    /**
     * The time that counted so far: open time since the start without the pauses.
     *
     * @param at the moment asked about; before the start nothing has elapsed
     * @return zero or more
     */
    public static Duration elapsed(
            Instant start, TimeLimit limit, WorkingCalendar calendar, List<Pause> pauses, Instant at) {
        OpenTime open = OpenTime.of(limit.unit(), calendar);
        Duration elapsed = open.between(start, at);
        for (Pause pause : Pause.disjoint(pauses, start)) {
            Instant until = pause.until();
            Instant end = until == null || until.isAfter(at) ? at : until;
            elapsed = elapsed.minus(open.between(pause.from(), end));
        }
        return elapsed;
    }

    /** What is left of the limit, in time that counts; negative once more than the limit has elapsed. */
    public static Duration remaining(
            Instant start, TimeLimit limit, WorkingCalendar calendar, List<Pause> pauses, Instant at) {
        return total(start, limit, calendar).minus(elapsed(start, limit, calendar, pauses, at));
    }

    /** The light of a stage: red from the due instant on (exclusive), also in a night or on a weekend. */
    public static TrafficLight light(
            Instant start, TimeLimit limit, WorkingCalendar calendar, List<Pause> pauses, Instant at) {
        if (due(start, limit, calendar, pauses).filter(at::isAfter).isPresent()) {
            return TrafficLight.RED;
        }
        Duration green = total(start, limit, calendar).multipliedBy(4).dividedBy(5);
        boolean late = elapsed(start, limit, calendar, pauses, at).compareTo(green) > 0;
        return late ? TrafficLight.YELLOW : TrafficLight.GREEN;
    }

    /**
     * Whether a due instant rests on weekdays alone for some year between start and due, because the calendar has no
     * holidays for it yet; it should be computed again once they are published. Never for urgent limits.
     */
    public static boolean isProvisional(Instant start, TimeLimit limit, WorkingCalendar calendar, Instant due) {
        int first = start.atZone(calendar.zone()).getYear();
        int last = due.atZone(calendar.zone()).getYear();
        for (int year = first; limit.unit().isWorkingTime() && year <= last; year++) {
            if (!calendar.hasDataFor(year)) {
                return true;
            }
        }
        return false;
    }
}
