package city.urbanops.metrics.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a case counts for whom. A person's share is the sets of the case as far as the person's own steps put it there: who verified in
 * time is not blamed for another's late check. A case counts once for a person, however many steps; it is in time if all of them were.
 */
public final class Shares {

    /** Unit grids have 14 digits by the older standard, 15 or 16 by later ones (DOMAIN §4); a shorter code is a larger area. */
    private static final int SHORTEST_GRID = 14;

    /** What becomes of a case is answered for by whoever filed it: one that is overdue and open was closed by nobody. */
    private static final long FOLLOWS_FROM_FILING = CaseSet.EVER_FILED.bit()
            | CaseSet.FILED.bit()
            | CaseSet.DUE_TO_CLOSE.bit()
            | CaseSet.CLOSED.bit()
            | CaseSet.CLOSED_IN_TIME.bit();

    private final CaseFact fact;
    private final long sets;
    private final Map<Holder, Long> gained = new HashMap<>();
    private final Map<Holder, Long> lost = new HashMap<>();

    private Shares(CaseFact fact, long sets) {
        this.fact = fact;
        this.sets = sets;
    }

    /** Whose a share is; {@code key} is an account or a grid. */
    public record Holder(Assessed kind, String key) {}

    /** The shares of a case as masks of {@link CaseSet#maskOf}; empty while its report has not arrived. */
    public static Map<Holder, Long> of(CaseFact fact) {
        return of(fact, CaseSet.maskOf(fact));
    }

    /** @param sets of the case */
    static Map<Holder, Long> of(CaseFact fact, long sets) {
        var subject = fact.subject().value();
        if (sets == 0 || subject == null) {
            return Map.of();
        }
        var shares = new Shares(fact, sets);
        fact.steps().all().forEach(step -> shares.add(step, subject));
        shares.lost.forEach((holder, mask) -> shares.gained.computeIfPresent(holder, (same, all) -> all & ~mask));
        if (subject.areaCode().length() >= SHORTEST_GRID) {
            shares.gained.put(new Holder(Assessed.GRIDS, subject.areaCode()), sets);
        }
        return shares.gained;
    }

    private void add(Step step, Subject subject) {
        if (step.account().isEmpty()) {
            return;
        }
        switch (step.stage()) {
            case TAKE_IN -> takenIn(step, subject.channel());
            case SEND_VERIFY ->
                gain(
                        Assessed.ACCEPTORS,
                        step,
                        CaseSet.ACCEPTED.bit(),
                        CaseSet.VERIFY_SEND_DUE,
                        CaseSet.VERIFY_SENT_IN_TIME);
            case SEND_CHECK ->
                gain(
                        Assessed.ACCEPTORS,
                        step,
                        CaseSet.ACCEPTED.bit(),
                        CaseSet.CHECK_SEND_DUE,
                        CaseSet.CHECK_SENT_IN_TIME);
            case VERIFY -> gain(Assessed.SUPERVISORS, step, 0, CaseSet.VERIFY_DUE, CaseSet.VERIFIED_IN_TIME);
            case CHECK -> gain(Assessed.SUPERVISORS, step, 0, CaseSet.CHECK_DUE, CaseSet.CHECKED_IN_TIME);
            case FILE ->
                gain(
                        Assessed.SHIFT_LEADERS,
                        step,
                        sets & FOLLOWS_FROM_FILING,
                        CaseSet.FILING_DUE,
                        CaseSet.FILED_IN_TIME);
            case DISPATCH -> dispatched(step);
            case MOVE, REOPEN -> {
                // of no person
            }
        }
    }

    private void takenIn(Step step, String channel) {
        if (Channels.isOfPatrols(channel)) {
            gain(
                    Assessed.SUPERVISORS,
                    step,
                    sets & (CaseSet.FOUND_BY_PATROL.bit() | CaseSet.FOUND_VALIDLY.bit()),
                    null,
                    null);
        } else if (Channels.isPublic(channel)) {
            gain(Assessed.ACCEPTORS, step, CaseSet.ACCEPTED.bit(), null, null);
        }
    }

    private void dispatched(Step step) {
        gain(
                Assessed.DISPATCHERS,
                step,
                CaseSet.DISPATCHED.bit() | CaseSet.DISPATCHED_ACCURATELY.bit(),
                CaseSet.DISPATCH_DUE,
                CaseSet.DISPATCHED_IN_TIME);
        if (!fact.steps().isAccurate(step)) {
            lose(new Holder(Assessed.DISPATCHERS, step.account()), CaseSet.DISPATCHED_ACCURATELY.bit());
        }
    }

    private void gain(Assessed kind, Step step, long always, @Nullable CaseSet due, @Nullable CaseSet inTime) {
        var holder = new Holder(kind, step.account());
        var mask = always;
        if (due != null && inTime != null && step.isDue()) {
            mask |= due.bit() | inTime.bit();
            if (step.isLate()) {
                lose(holder, inTime.bit());
            }
        }
        if (mask != 0) {
            gained.merge(holder, mask, (one, other) -> one | other);
        }
    }

    private void lose(Holder holder, long mask) {
        lost.merge(holder, mask, (one, other) -> one | other);
    }
}
