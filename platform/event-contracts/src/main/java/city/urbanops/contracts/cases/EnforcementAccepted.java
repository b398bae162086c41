package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An enforcement officer took the assignment on.
 *
 * @param context common to all events of a case
 * @param opinion the officer's words
 */
public record EnforcementAccepted(
        @JsonUnwrapped CaseContext context, @Nullable String opinion) implements CaseEvent {}
