package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A crew started the work order.
 *
 * @param context common to all events of a case
 * @param opinion the crew's words
 */
public record SanitationStarted(
        @JsonUnwrapped CaseContext context, @Nullable String opinion) implements CaseEvent {}
