package city.urbanops.metrics.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The sets of cases closure rates are made of (DESIGN §9, DOMAIN §8): each defined once, here. Void and linked reports are in no set but
 * the first, so reported = filed + void + linked + not yet filed.
 */
public enum CaseSet {

    /** Every report that came in, whatever became of it. */
    REPORTED(CaseFact::isComplete),

    /** The base of the close rate. */
    FILED(REPORTED.and(fact -> fact.standsAlone() && fact.milestones().filedAt() != null)),

    /** A unit has it, or had it when it ended; an approved return takes it out again until the next dispatch. */
    DISPATCHED(FILED.and(fact -> fact.assignment().isPresent())),

    /** The unit handed it back and no check has sent it back since. */
    HANDLED(FILED.and(fact -> fact.handedBackAt().isPresent())),

    /**
     * The base of the in-time rate: handled, or past its deadline and not suspended. Suspended cases leave the base as a set; they are not
     * subtracted as a number, for most of them were never in it. A forced close of an overdue case does not take it out.
     */
    DUE_TO_CLOSE(FILED.and(fact -> fact.handedBackAt().isPresent() || (fact.isPastDue() && !fact.isSuspended()))),

    /** Closed in any way. */
    CLOSED(FILED.and(CaseFact::isClosed)),

    /** Closed, and handed back by the deadline: the time the check took is not the unit's (DOMAIN §5 rule 5). */
    CLOSED_IN_TIME(CLOSED.and(CaseFact::isHandedBackInTime));

    @SuppressWarnings("ImmutableEnumChecker") // only stateless lambdas of this file
    private final Predicate<CaseFact> rule;

    CaseSet(Predicate<CaseFact> rule) {
        this.rule = rule;
    }

    /** True if the case counts here. */
    public boolean contains(CaseFact fact) {
        return rule.test(fact);
    }

    /** All sets the case counts in; empty for one that is not complete. */
    public static Set<CaseSet> of(CaseFact fact) {
        return Arrays.stream(values())
                .filter(set -> set.contains(fact))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseSet.class)));
    }

    private Predicate<CaseFact> and(Predicate<CaseFact> more) {
        return rule.and(more);
    }
}
