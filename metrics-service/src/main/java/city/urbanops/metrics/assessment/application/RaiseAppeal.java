package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.security.Caller;
import city.urbanops.metrics.application.CaseQuery.CountedCase;
import city.urbanops.metrics.application.CountedCases;
import city.urbanops.metrics.assessment.application.Ledger.Appeal;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.domain.CaseSet;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A unit contests what a case cost it 申诉: the handling unit only, after the closing, once a case (DOMAIN §8). */
@Singleton
public class RaiseAppeal {

    static final String OPEN = "OPEN";

    private final CountedCases cases;
    private final FindScheme schemes;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    RaiseAppeal(CountedCases cases, FindScheme schemes, Ledger ledger, Ids ids, Clock clock) {
        this.cases = cases;
        this.schemes = schemes;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** The appeal, or why it cannot be raised. */
    public Uni<Outcome> raise(
            Mutiny.StatelessSession session, String scheme, Period period, UUID caseId, String reason, Caller caller) {
        return schemes.forPeriod(session, scheme, period)
                .chain(known -> known.scheme().assessed().isEmpty()
                        ? ofUnit(session, scheme, period, caseId, reason, caller)
                        : Uni.createFrom()
                                .item(Outcome.refused(Problem.conflict(
                                        "no-appeals", "Only units appeal, and this scheme is not of units."))));
    }

    private Uni<Outcome> ofUnit(
            Mutiny.StatelessSession session, String scheme, Period period, UUID caseId, String reason, Caller caller) {
        return cases.one(session, caseId).chain(found -> {
            var refusal = refusal(found, period, caller);
            if (refusal.isPresent()) {
                return Uni.createFrom().item(Outcome.refused(refusal.get()));
            }
            return store(session, scheme, period, found.orElseThrow(), reason, caller);
        });
    }

    private Uni<Outcome> store(
            Mutiny.StatelessSession session,
            String scheme,
            Period period,
            CountedCase found,
            String reason,
            Caller caller) {
        var appeal = new Appeal(
                ids.next(),
                scheme,
                period.name(),
                caller.department().orElseThrow(),
                found.caseId(),
                reason,
                OPEN,
                null,
                clock.instant(),
                caller.account(),
                null,
                null);
        return ledger.raise(session, appeal)
                .map(first -> first
                        ? Outcome.created(appeal)
                        : Outcome.refused(Problem.conflict(
                                "already-appealed",
                                "There was an appeal about this case already; one is all there is.")));
    }

    private static Optional<Problem> refusal(Optional<CountedCase> found, Period period, Caller caller) {
        if (found.isEmpty()) {
            return Optional.of(Problem.unprocessable("caseId", "is not a case that is counted here"));
        }
        var counted = found.get();
        if (caller.department().isEmpty() || !caller.department().get().equals(counted.department())) {
            return Optional.of(Problem.forbidden("Only the unit that handled a case may appeal about it."));
        }
        if (counted.countedOn().isBefore(period.from()) || !counted.countedOn().isBefore(period.to())) {
            return Optional.of(Problem.unprocessable("caseId", "does not count in this period"));
        }
        if (!CaseSet.ofMask(counted.mask()).contains(CaseSet.CLOSED)) {
            return Optional.of(Problem.conflict("case-open", "A case can be appealed about once it is closed."));
        }
        return Optional.empty();
    }
}
