package city.urbanops.dispatch.task.domain;

import java.time.Instant;
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
 * @param version grows with every stored change
 */
public record Task(
        UUID taskId, FiledFacts facts, int round, Holder holder, Progress progress, HandlingClock clock, int version) {

    /** A task just given to a unit. */
    public static Task dispatched(UUID taskId, FiledFacts facts, int round, Holder holder, HandlingClock clock) {
        return new Task(taskId, facts, round, holder, Progress.FRESH, clock, 0);
    }

    /** The case it belongs to. */
    public UUID caseId() {
        return facts.caseId();
    }

    /** Where it stands. */
    public TaskState state() {
        return progress.state();
    }

    /** The unit that has it. */
    public String department() {
        return holder.department();
    }

    /** When time alone will move it: the deadline while the clock runs and until it was announced, the end of a suspension; else absent. */
    public @Nullable Instant timerAt() {
        if (state().isRunning()) {
            return clock.overdueAt() == null ? clock.dueAt() : null;
        }
        return state() == TaskState.SUSPENDED ? clock.suspendedUntil() : null;
    }

    Task with(Progress newProgress) {
        return new Task(taskId, facts, round, holder, newProgress, clock, version);
    }

    Task with(HandlingClock newClock) {
        return new Task(taskId, facts, round, holder, progress, newClock, version);
    }

    Task inRound(int newRound) {
        return new Task(taskId, facts, newRound, holder, progress, clock, version);
    }

    /** With another unit, from the beginning. */
    Task movedTo(Holder newHolder, HandlingClock freshClock) {
        return new Task(taskId, facts, round, newHolder, Progress.FRESH, freshClock, version);
    }
}
