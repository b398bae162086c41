package city.urbanops.sanitation.workorder.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task or its case elsewhere, and that a work order follows. It is a fact, so it is never refused: it changes
 * the work order or does not concern it.
 */
public sealed interface TaskFact {

    /** The case it is about. */
    UUID caseId();

    /** The task it is about; absent if it is about every task of the case. */
    default Optional<UUID> taskId() {
        return Optional.empty();
    }

    /** The round it belongs to; a fact of an older round than the work order's is superseded. */
    int round();

    /** What it means for the work order as it is now, which is null if this unit's service has none. */
    default Mirrored onto(@Nullable WorkOrder known) {
        if (known == null) {
            return new Mirrored.Ignored(Mirrored.Reason.NOT_OURS);
        }
        if (known.round() > round()) {
            return new Mirrored.Ignored(Mirrored.Reason.SUPERSEDED);
        }
        return known.state().isEnd()
                ? new Mirrored.Ignored(Mirrored.Reason.ENDED)
                : new Mirrored.Changed(follow(known));
    }

    /** The work order after the fact, given one that is neither at its end nor in a later round. */
    WorkOrder follow(WorkOrder known);

    /** The unit got the task, for the first time, again, or from another unit; {@code order} is what it has now. */
    record Given(WorkOrder order) implements TaskFact {

        @Override
        public UUID caseId() {
            return order.caseId();
        }

        @Override
        public Optional<UUID> taskId() {
            return Optional.of(order.taskId());
        }

        @Override
        public int round() {
            return order.round();
        }

        @Override
        public Mirrored onto(@Nullable WorkOrder known) {
            return known != null && known.round() > round()
                    ? new Mirrored.Ignored(Mirrored.Reason.SUPERSEDED)
                    : new Mirrored.Changed(order);
        }

        @Override
        public WorkOrder follow(WorkOrder known) {
            return order;
        }
    }

    /** The unit has the task no longer: returned, withdrawn, or transferred to where other people work. */
    record TakenAway(UUID caseId, Optional<UUID> taskId, int round) implements TaskFact {

        @Override
        public WorkOrder follow(WorkOrder known) {
            return known.in(WorkOrderState.DROPPED);
        }
    }

    /**
     * The check failed: the same task goes on in a new round. It is STARTED, not ordered anew: the unit signed for the task in the first
     * round, and after a failed check handling goes on (DOMAIN §3).
     */
    record ReworkRequested(UUID caseId, Optional<UUID> taskId, int round) implements TaskFact {

        @Override
        public WorkOrder follow(WorkOrder known) {
            var next = known.state() == WorkOrderState.COMPLETED ? WorkOrderState.STARTED : known.state();
            return known.in(next, round);
        }
    }

    /** Dispatch moved the deadline. */
    record Extended(UUID caseId, Optional<UUID> taskId, int round, Instant dueAt) implements TaskFact {

        @Override
        public WorkOrder follow(WorkOrder known) {
            return known.timed(dueAt, known.suspendedUntil());
        }
    }

    /** Dispatch stopped the clock. */
    record Suspended(UUID caseId, Optional<UUID> taskId, int round, Instant until) implements TaskFact {

        @Override
        public WorkOrder follow(WorkOrder known) {
            return known.timed(known.dueAt(), until);
        }
    }

    /** The clock runs again, towards a later deadline. */
    record Resumed(UUID caseId, Optional<UUID> taskId, int round, Instant dueAt) implements TaskFact {

        @Override
        public WorkOrder follow(WorkOrder known) {
            return known.timed(dueAt, null);
        }
    }

    /** The case was not fit for filing: whatever its tasks were, the work stops. */
    record CaseVoided(UUID caseId, int round) implements TaskFact {

        @Override
        public WorkOrder follow(WorkOrder known) {
            return known.in(WorkOrderState.DROPPED);
        }
    }

    /** The case was closed. */
    record CaseClosed(UUID caseId, int round) implements TaskFact {

        @Override
        public WorkOrder follow(WorkOrder known) {
            return known.in(WorkOrderState.CLOSED);
        }
    }
}
