package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The case was closed 结案.
 *
 * @param context common to all events of a case
 * @param closureKind how
 * @param opinion the closer's words
 * @param closedAt when
 * @param checkDueAt when the check was due, absent if it was closed without one
 * @param answeredOnTheSpot true if it was a question answered as it came in 直接答复, which {@code opinion} is; absent otherwise
 */
public record CaseClosed(
        @JsonUnwrapped CaseContext context,
        ClosureKind closureKind,
        @Nullable String opinion,
        Instant closedAt,
        @Nullable Instant checkDueAt,
        @Nullable Boolean answeredOnTheSpot)
        implements CaseEvent {

    /** Closed without a check that was due. */
    public CaseClosed(CaseContext context, ClosureKind closureKind, @Nullable String opinion, Instant closedAt) {
        this(context, closureKind, opinion, closedAt, null, null);
    }

    /** Closed after handling, or without any. */
    public CaseClosed(
            CaseContext context,
            ClosureKind closureKind,
            @Nullable String opinion,
            Instant closedAt,
            @Nullable Instant checkDueAt) {
        this(context, closureKind, opinion, closedAt, checkDueAt, null);
    }
}
