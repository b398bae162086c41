package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a task has come.
 *
 * @param state where it stands
 * @param before where it goes back to when a return is refused or a suspension ends; present only in those states
 * @param returnOpinion why the unit wants to return it; present only while the return waits
 * @param signedAt when the present unit signed; absent before
 * @param handedBackAt when it was last handed back; absent before and after a failed check
 * @param endedAt when it was closed or withdrawn
 */
public record Progress(
        TaskState state,
        @Nullable TaskState before,
        @Nullable String returnOpinion,
        @Nullable Instant signedAt,
        @Nullable Instant handedBackAt,
        @Nullable Instant endedAt) {

    static final Progress FRESH = new Progress(TaskState.DISPATCHED, null, null, null, null, null);

    Progress signed(Instant at) {
        return new Progress(TaskState.HANDLING, null, null, at, null, null);
    }

    /** Signed on site while the state is one that waits: it will go back to HANDLING. */
    Progress signedWhileWaiting(Instant at) {
        return new Progress(state, TaskState.HANDLING, returnOpinion, at, null, null);
    }

    Progress waiting(TaskState waitingState, @Nullable String opinion) {
        return new Progress(waitingState, state, opinion, signedAt, null, null);
    }

    Progress backToWork() {
        return new Progress(before == null ? TaskState.HANDLING : before, null, null, signedAt, null, null);
    }

    Progress handedBack(Instant at) {
        return new Progress(TaskState.HANDED_BACK, null, null, signedAt == null ? at : signedAt, at, null);
    }

    Progress reopenedForRework() {
        return new Progress(TaskState.HANDLING, null, null, signedAt, null, null);
    }

    Progress ended(TaskState finalState, Instant at) {
        return new Progress(finalState, null, null, signedAt, handedBackAt, at);
    }
}
