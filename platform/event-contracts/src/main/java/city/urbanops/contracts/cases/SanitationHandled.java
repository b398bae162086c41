package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A crew completed the work order.
 *
 * @param context common to all events of a case
 * @param handledAt when
 * @param opinion the crew's words
 */
public record SanitationHandled(
        @JsonUnwrapped CaseContext context,
        Instant handledAt,
        @Nullable String opinion) implements CaseEvent {}
