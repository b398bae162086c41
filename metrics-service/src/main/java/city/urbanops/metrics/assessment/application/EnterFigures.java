package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.problem.Problem;
import city.urbanops.metrics.assessment.application.Ledger.EnteredFigure;
import city.urbanops.metrics.assessment.application.Ledger.LedgerEntry;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.Scheme;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes what no case tells: figures of field inspections, trainings, satisfaction, and adjustments a meeting decided. */
@Singleton
public class EnterFigures {

    private final FindScheme schemes;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    EnterFigures(FindScheme schemes, Ledger ledger, Ids ids, Clock clock) {
        this.schemes = schemes;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** The value of one input of one unit; a later one replaces it, both stay on record. */
    public Uni<Outcome> enter(
            Mutiny.StatelessSession session,
            String scheme,
            Period period,
            String unit,
            String input,
            double value,
            @Nullable String note,
            String account) {
        return schemes.forPeriod(session, scheme, period).chain(compiled -> {
            var known = compiled.scheme().inputs().stream()
                    .filter(one -> one.id().equals(input))
                    .findFirst();
            if (known.isEmpty()) {
                return refused(
                        "input",
                        "must be one of "
                                + compiled.scheme().inputs().stream()
                                        .map(Scheme.Input::id)
                                        .toList());
            }
            var indicator = known.get().indicator();
            if (indicator != null) {
                return refused(
                        "input",
                        "is not typed in: it is the confirmed figure of the reported indicator %s"
                                .formatted(indicator));
            }
            if (value < known.get().minimum() || value > known.get().maximum()) {
                return refused(
                        "value",
                        "must be from %s to %s"
                                .formatted(known.get().minimum(), known.get().maximum()));
            }
            var figure = new EnteredFigure(ids.next(), unit, input, value, note, clock.instant(), account);
            return ledger.enter(session, scheme, period, figure).map(done -> Outcome.created(figure));
        });
    }

    /** Points added to, or with a minus taken from, a unit's total or one of its parts. */
    public Uni<Outcome> adjust(
            Mutiny.StatelessSession session,
            String scheme,
            Period period,
            String unit,
            @Nullable String part,
            BigDecimal points,
            String reason,
            String account) {
        return schemes.forPeriod(session, scheme, period).chain(compiled -> {
            if (part != null && !isLeaf(compiled, part)) {
                return refused("part", "is not a part of the scheme that is scored by itself");
            }
            var entry = new LedgerEntry(
                    ids.next(),
                    scheme,
                    compiled.scheme().version(),
                    period.name(),
                    unit,
                    part,
                    null,
                    null,
                    points,
                    "ADJUSTMENT",
                    reason,
                    clock.instant(),
                    account);
            return ledger.append(session, List.of(entry)).map(done -> Outcome.created(entry));
        });
    }

    private static boolean isLeaf(CompiledScheme scheme, String id) {
        return isLeaf(scheme.scheme().root(), id);
    }

    private static boolean isLeaf(Scheme.Part part, String id) {
        return part.parts() == null
                ? part.id().equals(id)
                : Objects.requireNonNull(part.parts()).stream().anyMatch(inner -> isLeaf(inner, id));
    }

    private static Uni<Outcome> refused(String field, String message) {
        return Uni.createFrom().item(Outcome.refused(Problem.unprocessable(field, message)));
    }
}
