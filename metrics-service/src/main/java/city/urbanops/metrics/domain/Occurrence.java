package city.urbanops.metrics.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of a case: the one place that says what each kind of event means for the facts.
 *
 * @param caseId the case
 * @param round the round it belongs to, from 1
 * @param at when it happened
 * @param by the account that did it; empty for nobody
 */
public record Occurrence(UUID caseId, int round, Instant at, String by) {

    /** Of nobody. */
    public Occurrence(UUID caseId, int round, Instant at) {
        this(caseId, round, at, "");
    }

    public CaseFact reported(Subject subject) {
        return reported(subject, false);
    }

    public CaseFact reported(Subject subject, boolean urgent) {
        return reported(subject, urgent, false);
    }

    /**
     * It came in.
     *
     * @param byPerson true if a person took it in, not a system
     */
    public CaseFact reported(Subject subject, boolean urgent, boolean byPerson) {
        var draft = draft().subject(subject).milestones(at, null, null).mark(Mark.URGENT, urgent);
        return byPerson ? draft.step(Stage.TAKE_IN, by, null).fact() : draft.fact();
    }

    /**
     * A patrol was sent to look.
     *
     * @param dueBy when it had to be sent; absent if a rule sent it, or it is not known
     */
    public CaseFact verificationRequested(@Nullable Instant dueBy) {
        return draft().stepIfDue(Stage.SEND_VERIFY, by, dueBy).fact();
    }

    public CaseFact verified(Subject subject, boolean exists) {
        return verified(subject, exists, null);
    }

    /**
     * A patrol has looked.
     *
     * @param dueBy when it had to have answered, if that is known
     */
    public CaseFact verified(Subject subject, boolean exists, @Nullable Instant dueBy) {
        return draft().subject(subject)
                .mark(Mark.VERIFIED, exists)
                .stepIfDue(Stage.VERIFY, by, dueBy)
                .fact();
    }

    public CaseFact filed(Subject subject, Instant filedAt) {
        return filed(subject, filedAt, false);
    }

    public CaseFact filed(Subject subject, Instant filedAt, boolean urgent) {
        return filed(subject, filedAt, urgent, null);
    }

    /**
     * It became a case.
     *
     * @param dueBy when a person had to have filed it; absent if a rule did, or it is not known
     */
    public CaseFact filed(Subject subject, Instant filedAt, boolean urgent, @Nullable Instant dueBy) {
        return draft().subject(subject)
                .milestones(null, filedAt, null)
                .mark(Mark.URGENT, urgent)
                .stepIfDue(Stage.FILE, by, dueBy)
                .fact();
    }

    public CaseFact voided(Subject subject) {
        return draft().subject(subject).ending(new Ending(Ending.Kind.VOID, at)).fact();
    }

    public CaseFact linked(Subject subject, UUID duplicateOf) {
        return draft().subject(subject).duplicateOf(duplicateOf).fact();
    }

    /** The unit has it again; its clock was never stopped, so the deadline stays (DOMAIN §5 rule 6). */
    public CaseFact reworkRequested(Subject subject, int reworks) {
        return reworkRequested(subject, reworks, null);
    }

    /**
     * The same after a check.
     *
     * @param checkDueAt when the check was due, if it was
     */
    public CaseFact reworkRequested(Subject subject, int reworks, @Nullable Instant checkDueAt) {
        return draft().subject(subject)
                .handedBackAt(null)
                .grown(reworks, 0, null)
                .stepIfDue(Stage.CHECK, by, checkDueAt)
                .fact();
    }

    /**
     * Somebody was sent to check.
     *
     * @param dueBy when that had to be done, if it is known
     */
    public CaseFact checkRequested(@Nullable Instant dueBy) {
        return draft().stepIfDue(Stage.SEND_CHECK, by, dueBy).fact();
    }

    public CaseFact closed(Subject subject, Ending ending) {
        return closed(subject, ending, null);
    }

    /**
     * The case ended.
     *
     * @param checkDueAt when the check was due, if it was
     */
    public CaseFact closed(Subject subject, Ending ending, @Nullable Instant checkDueAt) {
        var closedAt = ending.at() == null ? at : ending.at();
        return draft().subject(subject)
                .ending(ending)
                .mark(Mark.CHECK_DUE, checkDueAt != null)
                .mark(Mark.CHECKED_LATE, checkDueAt != null && closedAt.isAfter(checkDueAt))
                .stepIfDue(Stage.CHECK, by, checkDueAt)
                .fact();
    }

    /** It repeats no other case after all. */
    public CaseFact unlinked(Subject subject) {
        return draft().subject(subject).duplicateOf(null).fact();
    }

    public CaseFact revisited(boolean resolved, boolean satisfied) {
        return draft().mark(Mark.REVISITED, true)
                .mark(Mark.UNRESOLVED, !resolved)
                .mark(Mark.DISSATISFIED, !satisfied)
                .fact();
    }

    /** Whoever reported it is to be contacted and to be told the result; more time for that is no other promise. */
    public CaseFact replyPromised() {
        return promised().fact();
    }

    /**
     * The reporter was contacted for the first time.
     *
     * @param contactedAt when
     * @param contactDueAt by when that had to be
     */
    public CaseFact contacted(Instant contactedAt, Instant contactDueAt) {
        return promised()
                .mark(Mark.CONTACTED, true)
                .mark(Mark.CONTACTED_LATE, contactedAt.isAfter(contactDueAt))
                .fact();
    }

    public CaseFact contactOverdue() {
        return promised().mark(Mark.CONTACT_OVERDUE, true).fact();
    }

    /**
     * The reporter was told the result for the first time.
     *
     * @param repliedAt when
     * @param replyDueAt by when that had to be, extensions included
     */
    public CaseFact replied(Instant repliedAt, Instant replyDueAt) {
        return promised()
                .mark(Mark.REPLIED, true)
                .mark(Mark.REPLIED_LATE, repliedAt.isAfter(replyDueAt))
                .fact();
    }

    public CaseFact replyOverdue() {
        return promised().mark(Mark.REPLY_OVERDUE, true).fact();
    }

    /** Back to filed: no unit, no deadline, nothing handled; the filing date stays. */
    public CaseFact reopened(Subject subject) {
        return draft().subject(subject)
                .ending(null)
                .handedBackAt(null)
                .assignment(null)
                .dueAt(null)
                .suspended(false)
                .mark(Mark.REOPENED, true)
                .step(Stage.REOPEN, "", null)
                .fact();
    }

    public CaseFact dispatched(String department, Instant dueAt) {
        return dispatched(department, dueAt, true);
    }

    public CaseFact dispatched(String department, Instant dueAt, boolean byRule) {
        return dispatched(department, dueAt, byRule, null);
    }

    /**
     * A unit got it.
     *
     * @param dueAt the unit's deadline
     * @param dueBy when a dispatcher had to have chosen; absent for a rule, or if it is not known
     */
    public CaseFact dispatched(String department, Instant dueAt, boolean byRule, @Nullable Instant dueBy) {
        var draft = draft().milestones(null, null, at)
                .mark(Mark.DISPATCHED_BY_HAND, !byRule)
                .assignment(new Assignment(department, at))
                .dueAt(dueAt)
                .suspended(false);
        return byRule ? draft.fact() : draft.step(Stage.DISPATCH, by, dueBy).fact();
    }

    public CaseFact transferred(String department, Instant dueAt) {
        return draft().assignment(new Assignment(department, at))
                .dueAt(dueAt)
                .suspended(false)
                .mark(Mark.TRANSFERRED, true)
                .step(Stage.MOVE, "", null)
                .fact();
    }

    /**
     * A unit delegated it to one below, or got it back from there. It goes on counting for the unit the centre gave it to, which answers for
     * it; nobody was chosen wrongly.
     */
    public CaseFact movedInLine(Instant dueAt) {
        return draft().dueAt(dueAt).suspended(false).fact();
    }

    /** Filed, and no unit has it: what happens until the next dispatch is nobody's delay. */
    public CaseFact returned() {
        return draft().assignment(null)
                .dueAt(null)
                .suspended(false)
                .mark(Mark.RETURNED, true)
                .step(Stage.MOVE, "", null)
                .fact();
    }

    public CaseFact extended(Instant dueAt, int extensions) {
        return draft().dueAt(dueAt).grown(0, extensions, null).fact();
    }

    public CaseFact suspended() {
        return draft().suspended(true).mark(Mark.SUSPENDED, true).fact();
    }

    public CaseFact resumed(Instant dueAt) {
        return draft().suspended(false).dueAt(dueAt).fact();
    }

    /**
     * A step of the ladder was reached.
     *
     * @param counts false for a warning before the deadline, which leaves no mark
     */
    public CaseFact escalated(boolean counts) {
        return draft().mark(Mark.ESCALATED, counts).fact();
    }

    public CaseFact overdue(Instant passedDueAt) {
        return draft().grown(0, 0, passedDueAt).fact();
    }

    public CaseFact handedBack(Instant handedBackAt, Instant dueAt) {
        return draft().handedBackAt(handedBackAt).dueAt(dueAt).suspended(false).fact();
    }

    /** A whole life at once. No timer will ever announce its deadline, so whether it has passed is read as of what the record knows. */
    public CaseFact imported(Subject subject, ImportedLife life) {
        var due = life.dueAt();
        var asOf = life.asOf() == null ? at : life.asOf();
        return draft().subject(subject)
                .milestones(life.reportedAt(), life.filedAt(), life.dispatchedAt())
                .assignment(life.assignment())
                .dueAt(due)
                .suspended(life.suspended())
                .handedBackAt(life.handedBackAt())
                .ending(life.ending())
                .grown(0, 0, due != null && !due.isAfter(asOf) ? due : null)
                .fact();
    }

    /** Each step of a reply says that there is a promise, so none has to wait for the one that made it. */
    private FactDraft promised() {
        return draft().mark(Mark.REPLY_PROMISED, true);
    }

    private FactDraft draft() {
        return new FactDraft(caseId, round, at);
    }

    /**
     * What a former system knows of a case.
     *
     * @param reportedAt when it came in
     * @param filedAt absent if it never was filed
     * @param dispatchedAt absent if no unit ever had it
     * @param assignment the unit that has it, if any has
     * @param dueAt its deadline there
     * @param suspended whether its clock stood still
     * @param handedBackAt when it was handled
     * @param ending absent if it is open
     * @param asOf until when the record speaks; absent means until the import
     */
    public record ImportedLife(
            Instant reportedAt,
            @Nullable Instant filedAt,
            @Nullable Instant dispatchedAt,
            @Nullable Assignment assignment,
            @Nullable Instant dueAt,
            boolean suspended,
            @Nullable Instant handedBackAt,
            @Nullable Ending ending,
            @Nullable Instant asOf) {}
}
