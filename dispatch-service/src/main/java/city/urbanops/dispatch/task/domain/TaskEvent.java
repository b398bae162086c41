package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a task; what holds for the task as a whole is read from the task after it. */
public sealed interface TaskEvent {

    /** When it happened. */
    Instant at();

    /** Whether it tells a unit of a case it did not know, so that the report's text must go along. */
    default boolean introducesTheCase() {
        return false;
    }

    /** One answer for each kind of event: whoever translates events must know them all. */
    <R> R translate(Translation<R> translation);

    /**
     * A unit got the task.
     *
     * @param dispatchDueAt when the dispatcher had to have done so; absent when a rule dispatched it
     */
    record Dispatched(
            Instant at,
            boolean automatic,
            List<String> assistingUnits,
            List<String> supervisingUnits,
            String reason,
            @Nullable String limitReason,
            @Nullable Instant dispatchDueAt)
            implements TaskEvent {
        public Dispatched {
            assistingUnits = List.copyOf(assistingUnits);
            supervisingUnits = List.copyOf(supervisingUnits);
        }

        @Override
        public boolean introducesTheCase() {
            return true;
        }

        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.dispatched(this);
        }
    }

    /** The unit took it on. */
    record Signed(Instant at, @Nullable String opinion) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.signed(this);
        }
    }

    /** The unit reported it handled. */
    record HandedBack(Instant at, @Nullable String opinion) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.handedBack(this);
        }
    }

    /** A dispatcher let the unit give it back. */
    record Returned(Instant at, String opinion) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.returned(this);
        }
    }

    /** It moved to another unit. */
    record Transferred(
            Instant at, String fromDepartment, @Nullable String opinion) implements TaskEvent {
        @Override
        public boolean introducesTheCase() {
            return true;
        }

        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.transferred(this);
        }
    }

    /** It moved up or down inside its line of command; who has it, and who is above, the task says. */
    record MovedInLine(
            Instant at, String fromDepartment, @Nullable String opinion) implements TaskEvent {

        @Override
        public boolean introducesTheCase() {
            return true;
        }

        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.movedInLine(this);
        }
    }

    /** It got one more original limit. */
    record Extended(Instant at, @Nullable String opinion) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.extended(this);
        }
    }

    /** Its clock was stopped until a date. */
    record Suspended(Instant at, Instant until, @Nullable String opinion) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.suspended(this);
        }
    }

    /** Its clock runs again. */
    record Resumed(Instant at, @Nullable String opinion) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.resumed(this);
        }
    }

    /** Its deadline passed. */
    record Overdue(Instant at) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.overdue(this);
        }
    }

    /** It waits so long that others must know; a warning is for the unit alone, and comes before the deadline. */
    record Escalated(Instant at, int level, boolean warning, String reason) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.escalated(this);
        }
    }

    /** The centre pressed the unit. */
    record Urged(Instant at, @Nullable String opinion) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.urged(this);
        }
    }

    /** An assisting unit reported its part. */
    record PartReported(
            Instant at, String assistingUnit, @Nullable String opinion) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.partReported(this);
        }
    }

    /** It ended without being handled. */
    record Withdrawn(Instant at, String reason) implements TaskEvent {
        @Override
        public <R> R translate(Translation<R> translation) {
            return translation.withdrawn(this);
        }
    }

    /**
     * A translation of every kind of event.
     *
     * @param <R> what events become
     */
    interface Translation<R> {
        /** A unit got the task. */
        R dispatched(Dispatched event);

        /** The unit took it on. */
        R signed(Signed event);

        /** The unit reported it handled. */
        R handedBack(HandedBack event);

        /** A dispatcher let the unit give it back. */
        R returned(Returned event);

        /** It moved to another unit. */
        R transferred(Transferred event);

        /** It moved inside its line of command. */
        R movedInLine(MovedInLine event);

        /** It got one more original limit. */
        R extended(Extended event);

        /** Its clock was stopped until a date. */
        R suspended(Suspended event);

        /** Its clock runs again. */
        R resumed(Resumed event);

        /** Its deadline passed. */
        R overdue(Overdue event);

        /** It waits so long that others must know. */
        R escalated(Escalated event);

        /** The centre pressed the unit. */
        R urged(Urged event);

        /** An assisting unit reported its part. */
        R partReported(PartReported event);

        /** It ended without being handled. */
        R withdrawn(Withdrawn event);
    }
}
