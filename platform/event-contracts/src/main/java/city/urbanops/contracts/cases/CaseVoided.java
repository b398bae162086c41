package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The case is not fit for filing 作废.
 *
 * @param context common to all events of a case
 * @param opinion why; mandatory
 * @param referral where the matter belongs instead, absent if nobody said so
 */
public record CaseVoided(
        @JsonUnwrapped CaseContext context,
        String opinion,
        @Nullable Referral referral) implements CaseEvent {

    /** Void, and nowhere else to go. */
    public CaseVoided(CaseContext context, String opinion) {
        this(context, opinion, null);
    }
}
