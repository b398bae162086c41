package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An assisting unit 协办单位 reported its part done; the lead unit, {@code department}, still owes the whole.
 *
 * @param context common to all events of a case
 * @param assistingUnit the unit that reported
 * @param opinion its words
 */
public record TaskPartReported(
        @JsonUnwrapped CaseContext context,
        String assistingUnit,
        @Nullable String opinion) implements CaseEvent {}
