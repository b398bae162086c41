package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What moves a deadline, and what its passing does (DOMAIN §3, §5). */
public final class ClockSteps {

    private ClockSteps() {}

    /** One more original limit; in HANDLING, before the deadline, as often as the rules say. */
    public static TaskCommand extend(@Nullable String opinion) {
        return (task, moment) -> {
            HandlingClock clock = task.clock();
            Optional<Decision> refusal = refusedUnlessInTime("extended", task, moment);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (clock.extensions() >= moment.rules().maxExtensions()) {
                return Decision.notNow(
                        "extended-twice",
                        "The task was extended %d times already; that is the most.".formatted(clock.extensions()));
            }
            if (!clock.hasRoomToExtend()) {
                return Decision.notNow("limit-too-long", "The limit would exceed ten years.");
            }
            return Decision.accepted(task.with(clock.extended(moment)), new TaskEvent.Extended(moment.now(), opinion));
        };
    }

    /**
     * Stops the clock; in HANDLING, before the deadline, as often as the rules say.
     *
     * @param until when it runs again by itself; after now, no further ahead than the rules say
     */
    public static TaskCommand suspend(Instant until, @Nullable String opinion) {
        return (task, moment) -> {
            Optional<Decision> refusal = refusedUnlessInTime("suspended", task, moment);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (task.clock().suspensions() >= moment.rules().maxSuspensions()) {
                return Decision.notNow("suspended-before", "The task was suspended before, as often as it may be.");
            }
            if (!until.isAfter(moment.now())) {
                return Decision.unacceptable("until", "must be in the future");
            }
            if (until.isAfter(latestEnd(moment))) {
                return Decision.unacceptable(
                        "until", "must be within %s".formatted(moment.rules().longestSuspension()));
            }
            return Decision.accepted(
                    task.with(task.progress().waiting(TaskState.SUSPENDED, null))
                            .with(task.clock().suspended(moment.now(), until)),
                    new TaskEvent.Suspended(moment.now(), until, opinion));
        };
    }

    /** Lets a suspended clock run again before its date. */
    public static TaskCommand resume(@Nullable String opinion) {
        return (task, moment) -> {
            if (task.state() != TaskState.SUSPENDED) {
                return Decision.notNow(
                        "not-suspended", "Only a SUSPENDED task is resumed; this one is %s.".formatted(task.state()));
            }
            return Decision.accepted(resumed(task, moment.now(), moment), new TaskEvent.Resumed(moment.now(), opinion));
        };
    }

    /**
     * What time alone does: a suspension whose date has come ends at that date, a deadline that passed is announced once, and so is
     * each step of the ladder. Several may be due at the same look, after downtime. A task
     * nothing is due for is accepted without events.
     */
    public static TaskCommand passTime() {
        return (task, moment) -> {
            List<TaskEvent> events = new ArrayList<>();
            Task moved = task;
            Instant until = task.clock().suspendedUntil();
            if (task.state() == TaskState.SUSPENDED && until != null && !until.isAfter(moment.now())) {
                moved = resumed(task, until, moment);
                events.add(new TaskEvent.Resumed(until, null));
            }
            HandlingClock clock = moved.clock();
            if (moved.state().isRunning() && clock.overdueAt() == null && clock.isOver(moment.now())) {
                moved = moved.with(clock.announcedOverdue(moment.now()));
                events.add(new TaskEvent.Overdue(clock.dueAt()));
            }
            return new Decision.Accepted(climbed(moved, moment, events), events);
        };
    }

    /** The ladder's steps the clock has reached, each announced once. */
    private static Task climbed(Task task, Moment moment, List<TaskEvent> events) {
        if (!task.state().isRunning()) {
            return task;
        }
        List<Ladder.Reached> reached = moment.ladder().reached(task.clock(), moment.calendar(), moment.now());
        reached.forEach(one -> events.add(new TaskEvent.Escalated(
                one.at(), one.step().level(), one.step().isWarning(), one.step().reason())));
        int level = reached.isEmpty()
                ? task.clock().escalationLevel()
                : reached.get(reached.size() - 1).step().level();
        return task.with(task.clock().escalated(level, moment));
    }

    private static Task resumed(Task task, Instant at, Moment moment) {
        return task.with(task.progress().backToWork()).with(task.clock().runningFrom(at, moment));
    }

    private static Optional<Decision> refusedUnlessInTime(String what, Task task, Moment moment) {
        if (task.state() != TaskState.HANDLING) {
            return Optional.of(Decision.notNow(
                    "not-in-handling", "Only a task in HANDLING is %s; this one is %s.".formatted(what, task.state())));
        }
        if (task.clock().isOver(moment.now())) {
            return Optional.of(Decision.notNow(
                    "overdue",
                    "An overdue task is not %s; it was due at %s."
                            .formatted(what, task.clock().dueAt())));
        }
        return Optional.empty();
    }

    private static Instant latestEnd(Moment moment) {
        return moment.now()
                .atZone(moment.calendar().zone())
                .plus(moment.rules().longestSuspension())
                .toInstant();
    }
}
