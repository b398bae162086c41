package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One unit's piece of work on one case.
 *
 * @param taskId its id; reserved already while the case waits in the dispatcher's queue
 * @param facts what it took over from the case
 * @param round the round of the case it works in; grows with each failed check
 * @param holder the unit that has it
 * @param progress how far it has come
 * @param clock its deadline and what moved it
 * @param ownership whose case it has been
 * @param urges how often the centre pressed the present unit
 * @param version grows with every stored change
 */
public record Task(
        UUID taskId,
        FiledFacts facts,
        int round,
        Holder holder,
        Progress progress,
        HandlingClock clock,
        Ownership ownership,
        int urges,
        int version) {

    /** A task just given to a unit. */
    public static Task dispatched(
            UUID taskId, FiledFacts facts, int round, Holder holder, HandlingClock clock, Ownership ownership) {
        return new Task(taskId, facts, round, holder, Progress.FRESH, clock, ownership, 0, 0);
    }

    /** The case it belongs to. */
    public UUID caseId() {
        return facts.caseId();
    }

    /** Where it stands. */
    public TaskState state() {
        return progress.state();
    }

    /** When the unit's clock stopped for good: handed back, else ended; empty before. */
    public Optional<Instant> settledAt() {
        return Optional.ofNullable(progress.handedBackAt() == null ? progress.endedAt() : progress.handedBackAt());
    }

    /** The unit that has it. */
    public String department() {
        return holder.department();
    }

    /**
     * When time alone will move it: while the clock runs, the deadline until it was announced, or the next step of the ladder; the end of
     * a suspension; else absent.
     */
    public @Nullable Instant timerAt() {
        if (state() == TaskState.SUSPENDED) {
            return clock.suspendedUntil();
        }
        if (!state().isRunning()) {
            return null;
        }
        Instant due = clock.overdueAt() == null ? clock.dueAt() : null;
        Instant next = clock.escalatesAt();
        if (due == null || next == null) {
            return due == null ? next : due;
        }
        return next.isBefore(due) ? next : due;
    }

    Task with(Progress newProgress) {
        return new Task(taskId, facts, round, holder, newProgress, clock, ownership, urges, version);
    }

    Task with(HandlingClock newClock) {
        return new Task(taskId, facts, round, holder, progress, newClock, ownership, urges, version);
    }

    Task with(Ownership newOwnership) {
        return new Task(taskId, facts, round, holder, progress, clock, newOwnership, urges, version);
    }

    Task inRound(int newRound) {
        return new Task(taskId, facts, newRound, holder, progress, clock, ownership, urges, version);
    }

    Task urged() {
        return new Task(taskId, facts, round, holder, progress, clock, ownership, urges + 1, version);
    }

    /** With another unit, from the beginning. */
    Task movedTo(Holder newHolder, HandlingClock freshClock, Ownership newOwnership) {
        return new Task(taskId, facts, round, newHolder, Progress.FRESH, freshClock, newOwnership, 0, version);
    }
}
