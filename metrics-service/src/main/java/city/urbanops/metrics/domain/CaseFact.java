package city.urbanops.metrics.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * All that is counted about one case, as far as the events that arrived tell it. One event alone makes a fact as well
 * ({@link Occurrence}); a case is the merger of all of its events.
 *
 * @param caseId the case
 * @param milestones what happens once
 * @param progress what only grows
 * @param subject class, area and channel
 * @param assignment the lead unit; absent before dispatch and again after an approved return
 * @param dueAt the deadline in force; absent while no unit has the case
 * @param suspended present and true while the handling clock stands still
 * @param handedBackAt when the unit reported it handled; taken away by a failed check or a reopening
 * @param ending how it ended; absent while it is open
 * @param duplicateOf the case this report repeats
 * @param steps what people of the centre did with it
 */
public record CaseFact(
        UUID caseId,
        Milestones milestones,
        Progress progress,
        Latest<Subject> subject,
        Latest<Assignment> assignment,
        Latest<Instant> dueAt,
        Latest<Boolean> suspended,
        Latest<Instant> handedBackAt,
        Latest<Ending> ending,
        Latest<UUID> duplicateOf,
        Steps steps) {

    /**
     * What both tell together. Repetition changes nothing, and neither does order, except between two events of the same round and
     * microsecond: of these the other's is taken as the later.
     *
     * @throws IllegalArgumentException if they are of different cases
     */
    public CaseFact merge(CaseFact other) {
        if (!caseId.equals(other.caseId)) {
            throw new IllegalArgumentException("facts of two cases do not merge");
        }
        return new CaseFact(
                caseId,
                milestones.merge(other.milestones),
                progress.merge(other.progress),
                subject.merge(other.subject),
                assignment.merge(other.assignment),
                dueAt.merge(other.dueAt),
                suspended.merge(other.suspended),
                handedBackAt.merge(other.handedBackAt),
                ending.merge(other.ending),
                duplicateOf.merge(other.duplicateOf),
                steps.merge(other.steps));
    }

    /** True if two states of a case that are in the same sets count for the same people and grid, too. */
    boolean isSharedAs(CaseFact other) {
        return steps.equals(other.steps) && Objects.equals(subject.value(), other.subject.value());
    }

    /** False while the report itself has not arrived: such a fact counts for nothing. */
    public boolean isComplete() {
        return milestones.reportedAt() != null && subject.isPresent();
    }

    /** True if the case has its own life: it is neither void nor a repetition of another. */
    boolean standsAlone() {
        var end = ending.value();
        return !duplicateOf.isPresent() && (end == null || end.isClosed());
    }

    boolean isVoid() {
        return endedAs(Ending.Kind.VOID);
    }

    boolean endedAs(Ending.Kind kind) {
        var end = ending.value();
        return end != null && end.kind() == kind;
    }

    boolean has(Mark mark) {
        return progress.marks().has(mark);
    }

    boolean isPublic() {
        var about = subject.value();
        return about != null && Channels.isPublic(about.channel());
    }

    boolean isOfPatrols() {
        var about = subject.value();
        return about != null && Channels.isOfPatrols(about.channel());
    }

    /** True if a person took the public's report in, or sent somebody about it. */
    boolean isAccepted() {
        return steps.has(Stage.SEND_VERIFY) || steps.has(Stage.SEND_CHECK) || (isPublic() && steps.has(Stage.TAKE_IN));
    }

    boolean isSuspended() {
        return Boolean.TRUE.equals(suspended.value());
    }

    boolean isClosed() {
        var end = ending.value();
        return end != null && end.isClosed();
    }

    /** True if the deadline in force, not one that was moved since, was announced as passed. */
    boolean isPastDue() {
        var due = dueAt.value();
        var passed = progress.passedDueAt();
        return due != null && passed != null && !passed.isBefore(due);
    }

    /** True if it was handed back by the deadline; a case without a deadline breaks none. */
    boolean isHandedBackInTime() {
        var at = handedBackAt.value();
        var due = dueAt.value();
        return at != null && (due == null || !at.isAfter(due));
    }
}
