package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.Answered;
import city.urbanops.intake.casefile.domain.CaseChange.Closed;
import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.CaseChange.Reported;
import city.urbanops.intake.casefile.domain.CaseChange.VerificationRequested;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a new report: linked to an open case, sent to verification, filed by the standing rule, or left to the acceptor. */
public final class ReportDecider {

    private ReportDecider() {}

    /**
     * Decides about a case just reported.
     *
     * @param row the condition row of its class, absent if it has no class
     * @param verifyFirst true if the channel's reports are looked at before filing
     * @param original the case it repeats, if the rule found one
     */
    public static Accepted decide(
            CaseFile reported, @Nullable FilingRow row, boolean verifyFirst, Optional<Linked> original, Instant now) {
        if (original.isPresent()) {
            return new Accepted(reported.linkedTo(original.get().parent()), List.of(new Reported(), original.get()));
        }
        if (verifyFirst) {
            return new Accepted(reported.in(Phase.VERIFYING), List.of(new Reported(), new VerificationRequested(null)));
        }
        if (row != null && reported.report().place().isKnown()) {
            return new Accepted(reported.filed(row, now), List.of(new Reported(), new Filed(row, now, null)));
        }
        return new Accepted(reported, List.of(new Reported()));
    }

    /** The same, saying whether a person took the report in. */
    public static Accepted takenIn(Accepted accepted, boolean byPerson) {
        return new Accepted(
                accepted.next(),
                accepted.changes().stream()
                        .map(change -> change instanceof Reported ? new Reported(byPerson) : change)
                        .toList());
    }

    /** A question that was answered as it came in: closed at once, never filed, so no figure of handled cases counts it. */
    public static Accepted answered(CaseFile reported, String answer, Instant now) {
        var closure = new Closure(ClosureKind.SELF, now);
        return new Accepted(reported.closed(closure), List.of(new Reported(), new Answered(closure, answer)));
    }

    /** A trivial thing the patrol put right at once: closed as it comes in, counted separately, open to review by reopening. */
    public static Accepted selfHandled(CaseFile reported, Instant now) {
        var closure = new Closure(ClosureKind.SELF, now);
        return new Accepted(
                reported.closed(closure),
                List.of(new Reported(), new Closed(closure, reported.report().text())));
    }
}
