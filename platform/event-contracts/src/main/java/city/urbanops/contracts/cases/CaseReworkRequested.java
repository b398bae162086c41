package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The check after handling failed 返工: the same task goes on in a new round; its deadline stays.
 *
 * @param context common to all events of a case
 * @param opinion what is wrong; mandatory
 * @param reworkCount 1 for the first
 * @param checkDueAt when the check was due; absent in older events
 */
public record CaseReworkRequested(
        @JsonUnwrapped CaseContext context,
        String opinion,
        int reworkCount,
        @Nullable Instant checkDueAt) implements CaseEvent {

    /** After a check that was never due. */
    public CaseReworkRequested(CaseContext context, String opinion, int reworkCount) {
        this(context, opinion, reworkCount, null);
    }
}
