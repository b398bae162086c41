package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Enforcement reported the on-site handling.
 *
 * @param context common to all events of a case
 * @param handledAt when
 * @param opinion the officer's words
 */
public record EnforcementHandled(
        @JsonUnwrapped CaseContext context,
        Instant handledAt,
        @Nullable String opinion) implements CaseEvent {}
