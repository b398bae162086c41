package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * After closing, the reporter was asked 回访. If the answer is no, {@code case.reopened} follows.
 *
 * @param context common to all events of a case
 * @param resolved the reporter says the problem is gone
 * @param satisfied the reporter is content with the handling
 * @param opinion in the agent's words, without anything that identifies the reporter
 */
public record CaseRevisited(
        @JsonUnwrapped CaseContext context,
        boolean resolved,
        boolean satisfied,
        @Nullable String opinion) implements CaseEvent {}
