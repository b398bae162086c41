package city.urbanops.metrics.assessment.domain;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change to a score that a person decided; it stands in the ledger beside what rules deduct, which it never edits.
 *
 * @param part the part it changes; absent for the total
 * @param caseId the case it is about, if any
 * @param points added; negative deducts
 * @param kind an appeal's return, or an adjustment
 */
public record ManualEntry(@Nullable String part, @Nullable UUID caseId, BigDecimal points, Kind kind, String reason) {

    /** Why it was made. */
    public enum Kind {
        APPEAL,
        ADJUSTMENT
    }
}
