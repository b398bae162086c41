package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patrol is to look, before filing, whether the problem exists; the accept clock stands still meanwhile.
 *
 * @param context common to all events of a case
 * @param opinion what to look for
 * @param verifyDueAt when the patrol has to have answered
 * @param sendDueAt when the acceptor had to have sent it; absent when a standing rule did
 */
public record CaseVerificationRequested(
        @JsonUnwrapped CaseContext context,
        @Nullable String opinion,
        @Nullable Instant verifyDueAt,
        @Nullable Instant sendDueAt)
        implements CaseEvent {

    /** One a standing rule has sent. */
    public CaseVerificationRequested(CaseContext context, @Nullable String opinion, @Nullable Instant verifyDueAt) {
        this(context, opinion, verifyDueAt, null);
    }
}
