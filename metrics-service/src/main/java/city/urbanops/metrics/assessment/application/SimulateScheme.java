package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.UnitScore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Runs a scheme that is not adopted over past periods, beside the one in force, unit by unit; stores nothing. */
@Singleton
public class SimulateScheme {

    private final Transactions transactions;
    private final FindScheme schemes;
    private final ScorePeriod score;
    private final ReportedInputs reported;

    SimulateScheme(Transactions transactions, FindScheme schemes, ScorePeriod score, ReportedInputs reported) {
        this.transactions = transactions;
        this.schemes = schemes;
        this.score = score;
        this.reported = reported;
    }

    /** One result a period, in their order; fails with 422 if the draft takes a figure that nobody may report or score. */
    public Uni<List<Beside>> run(String scheme, CompiledScheme draft, List<Period> periods) {
        return transactions.read(session -> reported.errors(session, draft.scheme())
                .chain(errors -> errors.isEmpty()
                        ? beside(session, scheme, draft, periods)
                        : Uni.createFrom().failure(new ProblemException(KeepSchemes.invalid("document", errors)))));
    }

    private Uni<List<Beside>> beside(
            Mutiny.StatelessSession session, String scheme, CompiledScheme draft, List<Period> periods) {
        return Multi.createFrom()
                .iterable(periods)
                .onItem()
                .transformToUniAndConcatenate(period -> beside(session, scheme, draft, period))
                .collect()
                .asList();
    }

    private Uni<Beside> beside(Mutiny.StatelessSession session, String scheme, CompiledScheme draft, Period period) {
        return schemes.forPeriod(session, scheme, period).chain(current -> score.score(session, current, period)
                .chain(now -> score.score(session, draft, period).map(then -> compare(period, current, now, then))));
    }

    private static Beside compare(Period period, CompiledScheme current, List<UnitScore> now, List<UnitScore> then) {
        var before = byUnit(now);
        var after = byUnit(then);
        var units = new TreeMap<>(before);
        after.forEach(units::putIfAbsent);
        return new Beside(
                period.name(),
                current.scheme().version(),
                units.keySet().stream()
                        .map(unit -> Pair.of(unit, before.get(unit), after.get(unit)))
                        .toList());
    }

    private static Map<String, UnitScore> byUnit(List<UnitScore> scores) {
        return scores.stream()
                .collect(Collectors.toMap(UnitScore::unit, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** One period: the version in force, and each unit under both. */
    public record Beside(String period, int currentVersion, List<Pair> units) {}

    /** One unit under both schemes; absent where it is not evaluated. */
    public record Pair(
            String unit,
            @Nullable BigDecimal current,
            @Nullable Integer currentRank,
            @Nullable BigDecimal draft,
            @Nullable Integer draftRank) {

        static Pair of(String unit, @Nullable UnitScore current, @Nullable UnitScore draft) {
            return new Pair(
                    unit,
                    current == null ? null : current.score(),
                    current == null ? null : current.rank(),
                    draft == null ? null : draft.score(),
                    draft == null ? null : draft.rank());
        }
    }
}
