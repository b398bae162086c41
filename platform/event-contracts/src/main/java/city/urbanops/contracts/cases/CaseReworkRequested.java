package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The check after handling failed 返工: the same task goes on in a new round; its deadline stays.
 *
 * @param context common to all events of a case
 * @param opinion what is wrong; mandatory
 * @param reworkCount 1 for the first
 */
public record CaseReworkRequested(@JsonUnwrapped CaseContext context, String opinion, int reworkCount)
        implements CaseEvent {}
