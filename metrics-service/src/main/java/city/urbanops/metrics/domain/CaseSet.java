package city.urbanops.metrics.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The sets of cases that all figures are made of (DESIGN §9, DOMAIN §8): each defined once, here. Void and linked reports are in no set but
 * those that say so, so reported = filed + void + linked + not yet filed.
 *
 * <p>The place of a set is its bit in {@link #maskOf} and is stored: new ones go to the end. Whoever changes what a set contains, or adds
 * one, raises {@link #VERSION}, and the service counts anew from the log.
 */
public enum CaseSet {

    /** Every report that came in, whatever became of it. */
    REPORTED(CaseFact::isComplete),

    /** Valid reports 有效上报: the base of the close rate. */
    FILED(REPORTED.and(fact -> fact.standsAlone() && fact.milestones().filedAt() != null)),

    /** A unit has it, or had it when it ended; an approved return takes it out again until the next dispatch. */
    DISPATCHED(FILED.and(fact -> fact.assignment().isPresent())),

    /** The unit handed it back and no check has sent it back since. */
    HANDLED(FILED.and(fact -> fact.handedBackAt().isPresent())),

    /**
     * The base of the in-time rate 应结案: handled, or past its deadline and not suspended. Suspended cases leave the base as a set; they
     * are not subtracted as a number, for most of them were never in it. A forced close of an overdue case does not take it out.
     */
    DUE_TO_CLOSE(FILED.and(fact -> fact.handedBackAt().isPresent() || (fact.isPastDue() && !fact.isSuspended()))),

    /** Closed in any way. */
    CLOSED(FILED.and(CaseFact::isClosed)),

    /** Closed, and handed back by the deadline: the time the check took is not the unit's (DOMAIN §5 rule 5). */
    CLOSED_IN_TIME(CLOSED.and(CaseFact::isHandedBackInTime)),

    /** Not fit for filing 作废, found before or after the filing. */
    VOID(REPORTED.and(CaseFact::isVoid)),

    /** Repeats another case. */
    LINKED(REPORTED.and(fact -> fact.duplicateOf().isPresent())),

    /** Was ever filed as a case of its own, also if it was voided later. */
    EVER_FILED(REPORTED.and(
            fact -> !fact.duplicateOf().isPresent() && fact.milestones().filedAt() != null)),

    /** Filed, and found by the public, not by those who should find it. */
    PUBLIC(FILED.and(CaseFact::isPublic)),

    /** Found by the public, and verified by a patrol before filing. */
    PUBLIC_VERIFIED(PUBLIC.and(fact -> fact.has(Mark.VERIFIED))),

    /** No dispatcher had to choose its unit. */
    DISPATCHED_BY_RULE(DISPATCHED.and(fact -> !fact.has(Mark.DISPATCHED_BY_HAND))),

    /** Went to the right unit at once: never returned, never transferred. */
    DISPATCHED_ACCURATELY(DISPATCHED.and(fact -> !fact.has(Mark.RETURNED) && !fact.has(Mark.TRANSFERRED))),

    /** What units have to handle 应处置: dispatched and not suspended. */
    TO_HANDLE(DISPATCHED.and(fact -> !fact.isSuspended())),

    /** Handed back by the deadline 按期处置. */
    HANDLED_IN_TIME(HANDLED.and(CaseFact::isHandedBackInTime)),

    /** Handed back, but late 超期处置. */
    HANDLED_LATE(HANDLED.and(fact -> !fact.isHandedBackInTime())),

    /** Past its deadline, neither handled nor suspended nor ended 超期未处置. */
    OVERDUE_OPEN(FILED.and(
            fact -> !fact.handedBackAt().isPresent() && fact.isPastDue() && !fact.isSuspended() && !fact.isClosed())),

    /** Failed a check at least once 返工. */
    REWORKED(FILED.and(fact -> fact.progress().reworks() > 0)),

    /** Reworked, of those due to close. */
    REWORKED_OF_DUE(REWORKED.and(fact -> DUE_TO_CLOSE.contains(fact))),

    /** Reworked, of those handled. */
    REWORKED_OF_HANDLED(REWORKED.and(fact -> HANDLED.contains(fact))),

    /** Closed, of those due to close: the numerator where a close rate is over due cases. */
    CLOSED_OF_DUE(CLOSED.and(fact -> DUE_TO_CLOSE.contains(fact))),

    /** Closed without any rework 一次完成. */
    CLOSED_AT_ONCE(CLOSED.and(fact -> fact.progress().reworks() == 0 && !fact.has(Mark.REOPENED))),

    /** Closed by a leader without a passed check. */
    CLOSED_BY_FORCE(CLOSED.and(fact -> fact.endedAs(Ending.Kind.FORCED))),

    /** Trivial, fixed by the patrol itself. */
    CLOSED_BY_PATROL(CLOSED.and(fact -> fact.endedAs(Ending.Kind.SELF))),

    /** A unit returned it at least once. */
    RETURNED(FILED.and(fact -> fact.has(Mark.RETURNED))),

    /** It was moved to another unit at least once. */
    TRANSFERRED(FILED.and(fact -> fact.has(Mark.TRANSFERRED))),

    /** Got more time at least once 延期. */
    EXTENDED(FILED.and(fact -> fact.progress().extensions() > 0)),

    /** Its clock stands still now 缓办. */
    SUSPENDED(FILED.and(fact -> fact.isSuspended() && !fact.isClosed())),

    /** Its clock stood still at least once. */
    EVER_SUSPENDED(FILED.and(fact -> fact.has(Mark.SUSPENDED))),

    /** Opened again at least once. */
    REOPENED(FILED.and(fact -> fact.has(Mark.REOPENED))),

    /** Brought to a higher level at least once. */
    ESCALATED(FILED.and(fact -> fact.has(Mark.ESCALATED))),

    /** Urgent, of those due to close. */
    URGENT_DUE(DUE_TO_CLOSE.and(fact -> fact.has(Mark.URGENT))),

    /** Urgent, handed back by the deadline. */
    URGENT_IN_TIME(HANDLED_IN_TIME.and(fact -> fact.has(Mark.URGENT))),

    /** Closed, and its check had a deadline. */
    CHECK_DUE(CLOSED.and(fact -> fact.has(Mark.CHECK_DUE))),

    /** The check came by its deadline. */
    CHECKED_IN_TIME(CHECK_DUE.and(fact -> !fact.has(Mark.CHECKED_LATE))),

    /** The reporter was asked after a closing 回访. */
    REVISITED(FILED.and(fact -> fact.has(Mark.REVISITED))),

    /** Asked, and never said that the problem is still there. */
    RESOLVED(REVISITED.and(fact -> !fact.has(Mark.UNRESOLVED))),

    /** Asked, and never discontent. */
    SATISFIED(REVISITED.and(fact -> !fact.has(Mark.DISSATISFIED))),

    /** A person took in what the public reported, or sent somebody about it 受理. */
    ACCEPTED(REPORTED.and(CaseFact::isAccepted)),

    /** A patrol reported it, not a system in its name. */
    FOUND_BY_PATROL(REPORTED.and(fact -> fact.isOfPatrols() && fact.steps().has(Stage.TAKE_IN))),

    /** Found by a patrol, and filed. */
    FOUND_VALIDLY(FOUND_BY_PATROL.and(fact -> FILED.contains(fact))),

    /** Verified, and it is known by when that had to be. */
    VERIFY_DUE(REPORTED.and(fact -> fact.steps().isDue(Stage.VERIFY))),

    /** No verification came late 按时核实. */
    VERIFIED_IN_TIME(VERIFY_DUE.and(fact -> !fact.steps().isLate(Stage.VERIFY))),

    /** Filed by a person, and it is known by when that had to be. */
    FILING_DUE(REPORTED.and(fact -> fact.steps().isDue(Stage.FILE))),

    /** Filed by then 按时立案. */
    FILED_IN_TIME(FILING_DUE.and(fact -> !fact.steps().isLate(Stage.FILE))),

    /** Dispatched by a dispatcher, and it is known by when that had to be. */
    DISPATCH_DUE(REPORTED.and(fact -> fact.steps().isDue(Stage.DISPATCH))),

    /** No such dispatch came late 按时派遣. */
    DISPATCHED_IN_TIME(DISPATCH_DUE.and(fact -> !fact.steps().isLate(Stage.DISPATCH))),

    /** An acceptor sent a patrol to verify, and it is known by when that had to be. */
    VERIFY_SEND_DUE(REPORTED.and(fact -> fact.steps().isDue(Stage.SEND_VERIFY))),

    /** Sent by then 按时发送核实. */
    VERIFY_SENT_IN_TIME(VERIFY_SEND_DUE.and(fact -> !fact.steps().isLate(Stage.SEND_VERIFY))),

    /** An acceptor sent somebody to check, and it is known by when that had to be. */
    CHECK_SEND_DUE(REPORTED.and(fact -> fact.steps().isDue(Stage.SEND_CHECK))),

    /** Sent by then 按时发送核查. */
    CHECK_SENT_IN_TIME(CHECK_SEND_DUE.and(fact -> !fact.steps().isLate(Stage.SEND_CHECK))),

    /**
     * Whoever reported it was promised a reply 答复. A promise is made to a person: it holds also where the report follows another case, or
     * is void, and voiding a report gets nobody out of it.
     */
    REPLY_PROMISED(REPORTED.and(fact -> fact.has(Mark.REPLY_PROMISED))),

    /** The base of the reception rate 应接待: contacted, or past the deadline for that. One that is still in time is in no rate. */
    CONTACT_DUE(REPLY_PROMISED.and(fact -> fact.has(Mark.CONTACTED) || fact.has(Mark.CONTACT_OVERDUE))),

    /** Contacted by the deadline 按时接待. */
    CONTACTED_IN_TIME(CONTACT_DUE.and(fact -> fact.has(Mark.CONTACTED) && !fact.has(Mark.CONTACTED_LATE))),

    /** The base of the reply rates 应答复: replied to, or past the deadline in force for that. */
    REPLY_DUE(REPLY_PROMISED.and(fact -> fact.has(Mark.REPLIED) || fact.has(Mark.REPLY_OVERDUE))),

    /** Told the result, whenever; what follows a reopening is no second reply. */
    REPLIED(REPLY_DUE.and(fact -> fact.has(Mark.REPLIED))),

    /** Told by the deadline 按时答复. */
    REPLIED_IN_TIME(REPLIED.and(fact -> !fact.has(Mark.REPLIED_LATE)));

    /**
     * Of the definitions above and of what is kept in facts; 1 knew seven sets, 2 no checks and no revisits, 3 no {@link Slice}, 4 no
     * {@link Steps}, 5 no replies.
     */
    public static final int VERSION = 6;

    /** Copied once: every event that is folded asks each of them. */
    private static final CaseSet[] ALL = values();

    @SuppressWarnings("ImmutableEnumChecker") // only stateless lambdas of this file
    private final Predicate<CaseFact> rule;

    CaseSet(Predicate<CaseFact> rule) {
        this.rule = rule;
    }

    /** True if the case counts here. */
    public boolean contains(CaseFact fact) {
        return rule.test(fact);
    }

    /** The set's bit in a {@link #maskOf}. */
    @SuppressWarnings("EnumOrdinal") // the place is what is stored, as said above
    public long bit() {
        return 1L << ordinal();
    }

    /** All sets the case counts in; empty for one that is not complete. */
    public static Set<CaseSet> of(CaseFact fact) {
        return ofMask(maskOf(fact));
    }

    /** The same as one number: what is stored beside a fact, so that each figure leads to its cases. */
    public static long maskOf(CaseFact fact) {
        var mask = 0L;
        for (var set : ALL) {
            if (set.rule.test(fact)) {
                mask |= set.bit();
            }
        }
        return mask;
    }

    /** The sets of a mask. */
    public static Set<CaseSet> ofMask(long mask) {
        return Arrays.stream(values())
                .filter(set -> (mask & set.bit()) != 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseSet.class)));
    }

    private Predicate<CaseFact> and(Predicate<CaseFact> more) {
        return rule.and(more);
    }
}
