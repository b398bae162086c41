package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.Period;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The sheet of a period as it is at this moment, made from the one made last: cases that changed since are looked at again, the others are
 * not (ADR 0083). What is kept saves time and decides nothing: each call asks what is committed by now, so several instances of the
 * service, or one that has just started, come to the same sheet as {@link ScorePeriod}.
 */
@Singleton
class ScoreNow {

    /** So many cases are looked at where the answer was read; more of them would keep other calls waiting. */
    private static final int FEW = 1_000;

    private final ScorePeriod score;
    private final PeriodCases cases;
    private final CaseChanges changes;
    private final KeptPeriods kept;
    private final Clock clock;

    ScoreNow(ScorePeriod score, PeriodCases cases, CaseChanges changes, KeptPeriods kept, Clock clock) {
        this.score = score;
        this.cases = cases;
        this.changes = changes;
        this.kept = kept;
        this.clock = clock;
    }

    /** Work that needs no database any more; {@code much} of it is not for an event loop. */
    record Work<T>(boolean much, Supplier<T> work) {

        Uni<T> run() {
            var result = Uni.createFrom().item(work);
            return much ? result.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : result;
        }

        /** And something more. */
        <R> Work<R> map(Function<T, R> more) {
            return new Work<>(much, () -> more.apply(work.get()));
        }
    }

    /** Reads what is new, and leaves the rest to be done when the session is closed. */
    Uni<Work<WrittenSheet>> sheet(Mutiny.StatelessSession session, CompiledScheme scheme, Period period) {
        return cases(session, kept.find(scheme, period)).chain(looked -> score.figures(session, scheme, period)
                .map(figures -> new Work<>(looked.much(), () -> {
                    var now = looked.work().get().with(figures, clock.instant());
                    kept.put(now);
                    return now.sheet();
                })));
    }

    /** The same without a sheet: keeps up with the cases of a period, so that whoever asks next finds few that are new. */
    Uni<Work<Boolean>> follow(Mutiny.StatelessSession session, CompiledScheme scheme, Period period) {
        return cases(session, kept.find(scheme, period))
                .map(looked -> new Work<>(looked.much(), () -> {
                    kept.put(looked.work().get());
                    return true;
                }));
    }

    private Uni<Work<KeptPeriod>> cases(Mutiny.StatelessSession session, KeptPeriod before) {
        if (!before.scheme().hasLedger()) {
            return Uni.createFrom().item(new Work<>(false, () -> before));
        }
        return before.at()
                .map(at -> changes.since(session, at, before.period()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> found.map(news -> Uni.createFrom()
                                .item(new Work<>(
                                        news.changed().size() > FEW,
                                        () -> before.with(Optional.of(news.now()), news.changed(), news.cases()))))
                        .orElseGet(() -> all(session, before)));
    }

    /** The position comes first: what is committed between both statements is then read twice instead of never. */
    private Uni<Work<KeptPeriod>> all(Mutiny.StatelessSession session, KeptPeriod before) {
        return changes.position(session).chain(at -> cases.of(session, before.period())
                .map((List<LedgerCase> all) -> new Work<>(all.size() > FEW, () -> before.anew(at, all))));
    }
}
