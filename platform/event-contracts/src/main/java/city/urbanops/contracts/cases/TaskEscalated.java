package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The task was brought to a higher level because it waited too long.
 *
 * @param context common to all events of a case
 * @param level 1 for the first
 * @param reason which limit was passed
 */
public record TaskEscalated(@JsonUnwrapped CaseContext context, int level, String reason) implements CaseEvent {}
