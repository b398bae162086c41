package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The deadline passed and the unit had not handed back.
 *
 * @param context common to all events of a case
 * @param dueAt the deadline that passed
 */
public record TaskOverdue(@JsonUnwrapped CaseContext context, Instant dueAt) implements CaseEvent {}
