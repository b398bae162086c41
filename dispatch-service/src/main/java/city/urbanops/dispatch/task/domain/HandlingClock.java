package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.Pause;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.TrafficLight;
import city.urbanops.deadlines.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param escalationLevel the highest step of the ladder announced; 0 for none
 * @param escalatesAt when a running clock reaches the next step; absent when there is none
 * @param countedFrom since when the limit counts where that is not the start: the discovery 发现 (ADR 0088)
 */
public record HandlingClock(
        Instant startedAt,
        TimeLimit limit,
        int extensions,
        int suspensions,
        List<Pause> pauses,
        Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable Instant suspendedUntil,
        int escalationLevel,
        @Nullable Instant escalatesAt,
        @Nullable Instant countedFrom) {

    public HandlingClock {
        pauses = List.copyOf(pauses);
    }

    /** A clock whose limit counts from its start. */
    public HandlingClock(
            Instant startedAt,
            TimeLimit limit,
            int extensions,
            int suspensions,
            List<Pause> pauses,
            Instant dueAt,
            @Nullable Instant overdueAt,
            @Nullable Instant suspendedUntil,
            int escalationLevel,
            @Nullable Instant escalatesAt) {
        this(
                startedAt,
                limit,
                extensions,
                suspensions,
                pauses,
                dueAt,
                overdueAt,
                suspendedUntil,
                escalationLevel,
                escalatesAt,
                null);
    }

    /** A fresh clock with the whole limit. */
    public static HandlingClock started(TimeLimit limit, Moment moment) {
        Instant at = moment.now();
        Instant due = Deadlines.due(at, limit, moment.calendar());
        return new HandlingClock(at, limit, 0, 0, List.of(), due, null, null, 0, null).watched(moment);
    }

    /** The same where the limit from discovery does not end earlier; where it does, the clock runs by that one for good. */
    public static HandlingClock started(TimeLimit limit, DiscoveryLimit discovery, Moment moment) {
        HandlingClock ordinary = started(limit, moment);
        Instant due = Deadlines.due(discovery.discoveredAt(), discovery.limit(), moment.calendar());
        return due.isBefore(ordinary.dueAt)
                ? new HandlingClock(
                                ordinary.startedAt,
                                discovery.limit(),
                                0,
                                0,
                                List.of(),
                                due,
                                null,
                                null,
                                0,
                                null,
                                discovery.discoveredAt())
                        .watched(moment)
                : ordinary;
    }

    /** Since when the limit counts. */
    Instant from() {
        return countedFrom == null ? startedAt : countedFrom;
    }

    /** Whether the deadline has passed at this instant; due exactly now counts as passed. */
    public boolean isOver(Instant at) {
        return !at.isBefore(dueAt);
    }

    /** Whether one more original limit stays within ten years, the most a limit may be. */
    boolean hasRoomToExtend() {
        return (long) limit.amount() * (extensions + 2) <= limit.unit().maximum();
    }

    /**
     * The light of the deadline 红黄绿灯 (DOMAIN §3); while the clock stands, the one it stopped at. Red is a matter of the deadline that
     * was told, also where the calendar has been corrected since.
     */
    public TrafficLight light(WorkingCalendar calendar, Instant at) {
        Instant reached = standingSince().filter(at::isAfter).orElse(at);
        if (reached.isAfter(dueAt)) {
            return TrafficLight.RED;
        }
        TrafficLight light = Deadlines.light(from(), limit.extended(extensions), calendar, pauses, at);
        return light == TrafficLight.RED ? TrafficLight.YELLOW : light;
    }

    private Optional<Instant> standingSince() {
        return pauses.isEmpty() || pauses.get(pauses.size() - 1).until() != null
                ? Optional.empty()
                : Optional.of(pauses.get(pauses.size() - 1).from());
    }

    HandlingClock stopped(Instant at) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(Pause.since(at));
        return with(suspensions, more, dueAt, null, null);
    }

    HandlingClock suspended(Instant at, Instant until) {
        return with(suspensions + 1, stopped(at).pauses, dueAt, until, null);
    }

    /** Runs again; the deadline moves by the time that would have counted. A clock that runs stays as it is. */
    public HandlingClock runningFrom(Instant at, Moment moment) {
        if (standingSince().isEmpty()) {
            return this;
        }
        List<Pause> closed = new ArrayList<>(pauses);
        Pause open = closed.remove(closed.size() - 1);
        closed.add(Pause.between(open.from(), at.isBefore(open.from()) ? open.from() : at));
        return recomputed(extensions, closed, moment);
    }

    HandlingClock extended(Moment moment) {
        return recomputed(extensions + 1, pauses, moment);
    }

    HandlingClock announcedOverdue(Instant at) {
        return new HandlingClock(
                startedAt,
                limit,
                extensions,
                suspensions,
                pauses,
                dueAt,
                at,
                suspendedUntil,
                escalationLevel,
                escalatesAt,
                countedFrom);
    }

    HandlingClock escalated(int level, Moment moment) {
        return new HandlingClock(
                        startedAt,
                        limit,
                        extensions,
                        suspensions,
                        pauses,
                        dueAt,
                        overdueAt,
                        suspendedUntil,
                        level,
                        null,
                        countedFrom)
                .watched(moment);
    }

    private HandlingClock recomputed(int newExtensions, List<Pause> newPauses, Moment moment) {
        Instant due = Deadlines.due(from(), limit.extended(newExtensions), moment.calendar(), newPauses)
                .orElse(dueAt);
        return new HandlingClock(
                        startedAt,
                        limit,
                        newExtensions,
                        suspensions,
                        newPauses,
                        due,
                        overdueAt,
                        null,
                        escalationLevel,
                        null,
                        countedFrom)
                .watched(moment);
    }

    private HandlingClock watched(Moment moment) {
        Instant next = moment.ladder().next(this, moment.calendar()).orElse(null);
        return with(suspensions, pauses, dueAt, suspendedUntil, next);
    }

    private HandlingClock with(
            int newSuspensions,
            List<Pause> newPauses,
            Instant newDue,
            @Nullable Instant until,
            @Nullable Instant next) {
        return new HandlingClock(
                startedAt,
                limit,
                extensions,
                newSuspensions,
                newPauses,
                newDue,
                overdueAt,
                until,
                escalationLevel,
                next,
                countedFrom);
    }
}
