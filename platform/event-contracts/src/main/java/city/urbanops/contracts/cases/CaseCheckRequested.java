package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The acceptor sent somebody to look whether what was handed back is put right 核查; the case was waiting for its check already.
 *
 * @param context common to all events of a case
 * @param opinion what to look for
 * @param checkDueAt when the check has to be done
 * @param sendDueAt when the acceptor had to have sent it
 */
public record CaseCheckRequested(
        @JsonUnwrapped CaseContext context,
        @Nullable String opinion,
        @Nullable Instant checkDueAt,
        @Nullable Instant sendDueAt)
        implements CaseEvent {}
