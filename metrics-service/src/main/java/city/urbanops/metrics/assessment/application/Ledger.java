package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.Period;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What people and rules wrote down about scores: entered figures, ledger entries, appeals, publications. All of it append-only. */
public interface Ledger {

    /** The latest value of every input entered for the period, by unit and input. */
    Uni<Map<String, Map<String, Double>>> inputs(Mutiny.StatelessSession session, String scheme, Period period);

    Uni<Void> enter(Mutiny.StatelessSession session, String scheme, Period period, EnteredFigure figure);

    /** Every entry of the period, oldest first; of one unit if given. */
    Uni<List<LedgerEntry>> entries(
            Mutiny.StatelessSession session, String scheme, Period period, Optional<String> unit);

    Uni<Void> append(Mutiny.StatelessSession session, List<LedgerEntry> entries);

    /** False if there is an appeal about this case under this scheme already. */
    Uni<Boolean> raise(Mutiny.StatelessSession session, Appeal appeal);

    /** Locked until the transaction ends. */
    Uni<Optional<Appeal>> lock(Mutiny.StatelessSession session, UUID appealId);

    Uni<Void> decide(Mutiny.StatelessSession session, Appeal decided);

    /** Oldest first; of one unit if given. */
    Uni<List<Appeal>> appeals(Mutiny.StatelessSession session, String scheme, Period period, Optional<String> unit);

    /** The latest publication of a period. */
    Uni<Optional<Publication>> published(Mutiny.StatelessSession session, String scheme, Period period);

    Uni<Void> publish(Mutiny.StatelessSession session, Publication publication);

    /** Nobody else publishes or decides about this period until the transaction ends. */
    Uni<Void> lockPeriod(Mutiny.StatelessSession session, String scheme, Period period);

    /** A figure handed in. */
    record EnteredFigure(
            UUID id,
            String unit,
            String input,
            double value,
            @Nullable String note,
            Instant at,
            String by) {}

    /**
     * One line of the ledger.
     *
     * @param points what it adds; a deduction's are negative
     * @param kind DEDUCTION, REVERSAL, APPEAL or ADJUSTMENT
     */
    record LedgerEntry(
            UUID entryId,
            String scheme,
            int version,
            String period,
            String unit,
            @Nullable String part,
            @Nullable UUID caseId,
            @Nullable String rule,
            BigDecimal points,
            String kind,
            String reason,
            Instant at,
            String by) {}

    /** A unit contests what a case cost it; state is OPEN, APPROVED or REJECTED. */
    record Appeal(
            UUID appealId,
            String scheme,
            String period,
            String unit,
            UUID caseId,
            String reason,
            String state,
            @Nullable String opinion,
            Instant raisedAt,
            String raisedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {

        Appeal decided(String result, @Nullable String words, Instant at, String by) {
            return new Appeal(
                    appealId, scheme, period, unit, caseId, reason, result, words, raisedAt, raisedBy, at, by);
        }
    }

    /** A frozen period; {@code sheet} is JSON as it was written, {@code inputs} what it was scored by, if that was kept. */
    record Publication(
            String scheme,
            String period,
            int revision,
            int version,
            String sheet,
            String digest,
            Instant at,
            String by,
            @Nullable String inputs) {}
}
