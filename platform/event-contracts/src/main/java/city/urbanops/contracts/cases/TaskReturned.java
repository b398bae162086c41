package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The dispatcher approved the unit's return 退单: the case is filed again, without a task.
 *
 * @param context common to all events of a case
 * @param opinion why; mandatory
 */
public record TaskReturned(@JsonUnwrapped CaseContext context, String opinion) implements CaseEvent {}
