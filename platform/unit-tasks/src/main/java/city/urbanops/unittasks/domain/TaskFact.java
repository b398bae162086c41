package city.urbanops.unittasks.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task or its case elsewhere, and that a unit's work follows. It is a fact, so it is never refused: it changes
 * the work or does not concern it.
 */
public sealed interface TaskFact {

    /** The case it is about. */
    UUID caseId();

    /** The task it is about; absent if it is about every task of the case. */
    Optional<UUID> taskId();

    /** The round it belongs to; a fact of an older round than the work's is superseded. */
    int round();

    /**
     * What it means for the work as it is now.
     *
     * @param known null if the service has no work on the task
     * @param begun the work on a task that was just handed over
     */
    <W extends UnitWork<W>> Mirrored<W> onto(@Nullable W known, Function<UnitTask, W> begun);

    /** The unit got the task, for the first time, again, or from another unit. */
    record Given(UnitTask task) implements TaskFact {

        @Override
        public UUID caseId() {
            return task.caseId();
        }

        @Override
        public Optional<UUID> taskId() {
            return Optional.of(task.taskId());
        }

        @Override
        public int round() {
            return task.round();
        }

        @Override
        public <W extends UnitWork<W>> Mirrored<W> onto(@Nullable W known, Function<UnitTask, W> begun) {
            return known != null && known.task().round() > round()
                    ? new Mirrored.Ignored<>(Mirrored.Reason.SUPERSEDED)
                    : new Mirrored.Changed<>(begun.apply(task));
        }
    }

    /** Something that changes work there is, unless it has ended or is in a later round. */
    sealed interface Change extends TaskFact {

        /** The work after the fact. */
        <W extends UnitWork<W>> W follow(W known);

        @Override
        default <W extends UnitWork<W>> Mirrored<W> onto(@Nullable W known, Function<UnitTask, W> begun) {
            if (known == null) {
                return new Mirrored.Ignored<>(Mirrored.Reason.NOT_OURS);
            }
            if (known.task().round() > round()) {
                return new Mirrored.Ignored<>(Mirrored.Reason.SUPERSEDED);
            }
            return known.ended()
                    ? new Mirrored.Ignored<>(Mirrored.Reason.ENDED)
                    : new Mirrored.Changed<>(follow(known));
        }
    }

    /** The unit has the task no longer: returned, withdrawn, or transferred to where other people work; or the case is void. */
    record TakenAway(UUID caseId, Optional<UUID> taskId, int round) implements Change {

        @Override
        public <W extends UnitWork<W>> W follow(W known) {
            return known.dropped();
        }
    }

    /** The check failed: the same task goes on in a new round. */
    record ReworkRequested(UUID caseId, Optional<UUID> taskId, int round) implements Change {

        @Override
        public <W extends UnitWork<W>> W follow(W known) {
            return known.reopened().on(known.task().inRound(round));
        }
    }

    /** Dispatch moved the deadline. */
    record Extended(UUID caseId, Optional<UUID> taskId, int round, Instant dueAt) implements Change {

        @Override
        public <W extends UnitWork<W>> W follow(W known) {
            return known.on(known.task().timed(dueAt, known.task().suspendedUntil()));
        }
    }

    /** Dispatch stopped the clock. */
    record Suspended(UUID caseId, Optional<UUID> taskId, int round, Instant until) implements Change {

        @Override
        public <W extends UnitWork<W>> W follow(W known) {
            return known.on(known.task().timed(known.task().dueAt(), until));
        }
    }

    /** The clock runs again, towards a later deadline. */
    record Resumed(UUID caseId, Optional<UUID> taskId, int round, Instant dueAt) implements Change {

        @Override
        public <W extends UnitWork<W>> W follow(W known) {
            return known.on(known.task().timed(dueAt, null));
        }
    }

    /** The case was closed, with every task it had. */
    record CaseClosed(UUID caseId, int round) implements Change {

        @Override
        public Optional<UUID> taskId() {
            return Optional.empty();
        }

        @Override
        public <W extends UnitWork<W>> W follow(W known) {
            return known.closed();
        }
    }
}
