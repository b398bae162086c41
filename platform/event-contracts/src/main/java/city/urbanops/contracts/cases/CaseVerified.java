package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patrol looked, before filing, whether the problem exists 核实.
 *
 * @param context common to all events of a case
 * @param result what was found
 * @param opinion the patrol's words
 * @param verifyDueAt when it had to have answered; absent in older events
 */
public record CaseVerified(
        @JsonUnwrapped CaseContext context,
        Verification result,
        @Nullable String opinion,
        @Nullable Instant verifyDueAt)
        implements CaseEvent {

    /** A verification that was never due. */
    public CaseVerified(CaseContext context, Verification result, @Nullable String opinion) {
        this(context, result, opinion, null);
    }
}
