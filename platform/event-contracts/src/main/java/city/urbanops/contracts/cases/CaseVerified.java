package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A patrol looked, before filing, whether the problem exists 核实.
 *
 * @param context common to all events of a case
 * @param result what was found
 * @param opinion the patrol's words
 */
public record CaseVerified(
        @JsonUnwrapped CaseContext context,
        Verification result,
        @Nullable String opinion) implements CaseEvent {}
