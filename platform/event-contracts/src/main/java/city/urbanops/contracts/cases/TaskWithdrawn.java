package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The task ended without being handled, for example because the case was voided.
 *
 * @param context common to all events of a case
 * @param reason why
 */
public record TaskWithdrawn(@JsonUnwrapped CaseContext context, String reason) implements CaseEvent {}
