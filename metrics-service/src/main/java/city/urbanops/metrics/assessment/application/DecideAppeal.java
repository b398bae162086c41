package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.problem.Problem;
import city.urbanops.metrics.assessment.application.Ledger.Appeal;
import city.urbanops.metrics.assessment.application.Ledger.LedgerEntry;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.ScoreLine;
import city.urbanops.metrics.assessment.domain.UnitScore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Approves or rejects an appeal. An approval returns each point the case cost by a new entry; nothing that was written is changed. */
@Singleton
public class DecideAppeal {

    static final String APPROVED = "APPROVED";
    private static final String REJECTED = "REJECTED";

    private final FindScheme schemes;
    private final ScorePeriod score;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    DecideAppeal(FindScheme schemes, ScorePeriod score, Ledger ledger, Ids ids, Clock clock) {
        this.schemes = schemes;
        this.score = score;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** The decided appeal; refused if it is decided already. */
    public Uni<Outcome> decide(
            Mutiny.StatelessSession session,
            String scheme,
            Period period,
            UUID appealId,
            boolean approved,
            @Nullable String opinion,
            String account) {
        return ledger.lockPeriod(session, scheme, period)
                .chain(() -> ledger.lock(session, appealId))
                .chain(found -> {
                    var appeal = found.filter(one ->
                                    one.scheme().equals(scheme) && one.period().equals(period.name()))
                            .orElse(null);
                    if (appeal == null) {
                        return refused(Problem.notFound("There is no such appeal in this period."));
                    }
                    if (!appeal.state().equals(RaiseAppeal.OPEN)) {
                        return refused(Problem.conflict("already-decided", "The appeal is " + appeal.state() + "."));
                    }
                    var decided = appeal.decided(approved ? APPROVED : REJECTED, opinion, clock.instant(), account);
                    return (approved
                                    ? giveBack(session, decided, period)
                                    : Uni.createFrom().voidItem())
                            .chain(() -> ledger.decide(session, decided))
                            .map(stored -> Outcome.ok(decided));
                });
    }

    private Uni<Void> giveBack(Mutiny.StatelessSession session, Appeal appeal, Period period) {
        return schemes.forPeriod(session, appeal.scheme(), period).chain(scheme -> score.score(session, scheme, period)
                .chain(scores -> ledger.append(session, entries(scheme, scores, appeal))));
    }

    /** One entry a deduction; one without points if the case cost none, so that the exemption is on record all the same. */
    private List<LedgerEntry> entries(CompiledScheme scheme, List<UnitScore> scores, Appeal appeal) {
        var entries = new ArrayList<LedgerEntry>();
        scores.stream()
                .filter(score -> score.unit().equals(appeal.unit()))
                .forEach(score -> collect(scheme, score.line(), appeal, entries));
        if (entries.isEmpty()) {
            entries.add(entry(scheme, appeal, null, null, BigDecimal.ZERO));
        }
        return entries;
    }

    private void collect(CompiledScheme scheme, ScoreLine line, Appeal appeal, List<LedgerEntry> into) {
        line.deductions().stream()
                .filter(deduction -> deduction.caseId().equals(appeal.caseId()))
                .forEach(deduction ->
                        into.add(entry(scheme, appeal, line.part(), deduction.rule(), deduction.points())));
        line.parts().forEach(part -> collect(scheme, part, appeal, into));
    }

    private LedgerEntry entry(
            CompiledScheme scheme, Appeal appeal, @Nullable String part, @Nullable String rule, BigDecimal points) {
        return new LedgerEntry(
                ids.next(),
                appeal.scheme(),
                scheme.scheme().version(),
                appeal.period(),
                appeal.unit(),
                part,
                appeal.caseId(),
                rule,
                points,
                "APPEAL",
                appeal.reason(),
                Objects.requireNonNull(appeal.decidedAt()),
                Objects.requireNonNull(appeal.decidedBy()));
    }

    private static Uni<Outcome> refused(Problem problem) {
        return Uni.createFrom().item(Outcome.refused(problem));
    }
}
