package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.Pause;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one unit's handling (DOMAIN §5): from dispatch to hand-back, standing still while suspended or while a
 * return waits for an answer.
 *
 * @param startedAt when the unit got the task
 * @param limit the original limit
 * @param extensions how often one more original limit was added
 * @param suspensions how often it was suspended
 * @param pauses every stretch it stood still, in order; only the last may still be open
 * @param dueAt the deadline in force; while the clock stands, the one it had before
 * @param overdueAt when the passed deadline was announced; absent until then
 * @param suspendedUntil when it runs again by itself; present only while suspended
 */
public record HandlingClock(
        Instant startedAt,
        TimeLimit limit,
        int extensions,
        int suspensions,
        List<Pause> pauses,
        Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable Instant suspendedUntil) {

    public HandlingClock {
        pauses = List.copyOf(pauses);
    }

    /** A fresh clock with the whole limit. */
    public static HandlingClock started(Instant at, TimeLimit limit, WorkingCalendar calendar) {
        return new HandlingClock(at, limit, 0, 0, List.of(), Deadlines.due(at, limit, calendar), null, null);
    }

    /** Whether the deadline has passed at this instant; due exactly now counts as passed. */
    public boolean isOver(Instant at) {
        return !at.isBefore(dueAt);
    }

    /** Whether one more original limit stays within ten years, the most a limit may be. */
    boolean hasRoomToExtend() {
        return (long) limit.amount() * (extensions + 2) <= limit.unit().maximum();
    }

    HandlingClock stopped(Instant at) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(Pause.since(at));
        return new HandlingClock(startedAt, limit, extensions, suspensions, more, dueAt, overdueAt, null);
    }

    HandlingClock suspended(Instant at, Instant until) {
        HandlingClock stopped = stopped(at);
        return new HandlingClock(
                startedAt, limit, extensions, suspensions + 1, stopped.pauses, dueAt, overdueAt, until);
    }

    /** Runs again; the deadline moves by the time that would have counted. A clock that runs stays as it is. */
    public HandlingClock runningFrom(Instant at, WorkingCalendar calendar) {
        if (pauses.isEmpty() || pauses.get(pauses.size() - 1).until() != null) {
            return this;
        }
        List<Pause> closed = new ArrayList<>(pauses);
        Pause open = closed.remove(closed.size() - 1);
        closed.add(Pause.between(open.from(), at.isBefore(open.from()) ? open.from() : at));
        return recomputed(extensions, closed, calendar);
    }

    HandlingClock extended(WorkingCalendar calendar) {
        return recomputed(extensions + 1, pauses, calendar);
    }

    HandlingClock announcedOverdue(Instant at) {
        return new HandlingClock(startedAt, limit, extensions, suspensions, pauses, dueAt, at, suspendedUntil);
    }

    private HandlingClock recomputed(int newExtensions, List<Pause> newPauses, WorkingCalendar calendar) {
        Instant due = Deadlines.due(startedAt, limit.extended(newExtensions), calendar, newPauses)
                .orElse(dueAt);
        return new HandlingClock(startedAt, limit, newExtensions, suspensions, newPauses, due, overdueAt, null);
    }
}
