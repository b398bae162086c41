package city.urbanops.metrics.reported.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report and what was decided about it.
 *
 * @param decision absent while nobody has decided
 */
public record Entry(Report report, State state, @Nullable Decision decision) {

    /** Only what is confirmed counts. */
    public enum State {
        PENDING,
        CONFIRMED,
        SENT_BACK
    }

    /** An entry in the state its decision makes it. */
    public static Entry of(Report report, @Nullable Decision decision) {
        if (decision == null) {
            return new Entry(report, State.PENDING, null);
        }
        return new Entry(report, decision.confirmed() ? State.CONFIRMED : State.SENT_BACK, decision);
    }

    /**
     * What a unit reported for a period; never changed.
     *
     * @param version of the indicator
     * @param period by its name
     * @param evidence where the number can be looked up: a document, an account
     * @param correction true if it replaces what was reported before
     */
    public record Report(
            UUID entryId,
            String indicator,
            int version,
            String unit,
            String period,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal excluded,
            @Nullable String note,
            @Nullable String evidence,
            boolean correction,
            Instant enteredAt,
            String enteredBy) {

        public Amounts amounts() {
            return new Amounts(numerator, denominator, excluded);
        }

        /** The same numbers with the same words. */
        boolean saysTheSameAs(Report other) {
            return amounts().equalTo(other.amounts())
                    && Objects.equals(note, other.note)
                    && Objects.equals(evidence, other.evidence);
        }
    }

    /** An assessor's word; the opinion is mandatory for one sent back. */
    public record Decision(
            UUID entryId, boolean confirmed, @Nullable String opinion, Instant decidedAt, String decidedBy) {}
}
