package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadline moved by one original limit 延期.
 *
 * @param context common to all events of a case
 * @param dueAt the new deadline
 * @param extensions how many so far
 * @param opinion why
 */
public record TaskExtended(
        @JsonUnwrapped CaseContext context,
        Instant dueAt,
        int extensions,
        @Nullable String opinion) implements CaseEvent {}
