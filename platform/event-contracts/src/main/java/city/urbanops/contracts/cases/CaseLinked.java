package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/**
 * The report repeats an open case: it follows that one and gets no task of its own.
 *
 * @param context common to all events of a case
 * @param duplicateOf the case it follows
 * @param automatic found by the rule, not by a person
 * @param reason which rule, with its figures
 */
public record CaseLinked(@JsonUnwrapped CaseContext context, UUID duplicateOf, boolean automatic, String reason)
        implements CaseEvent {}
