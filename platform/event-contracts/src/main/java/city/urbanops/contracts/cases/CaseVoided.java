package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The case is not fit for filing 作废.
 *
 * @param context common to all events of a case
 * @param opinion why; mandatory
 */
public record CaseVoided(@JsonUnwrapped CaseContext context, String opinion) implements CaseEvent {}
