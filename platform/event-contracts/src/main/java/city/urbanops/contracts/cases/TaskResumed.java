package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The handling clock runs again.
 *
 * @param context common to all events of a case
 * @param dueAt the deadline moved by the pause
 * @param opinion why
 */
public record TaskResumed(
        @JsonUnwrapped CaseContext context,
        Instant dueAt,
        @Nullable String opinion) implements CaseEvent {}
