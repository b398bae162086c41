package city.urbanops.enforcement.assignment.api;

import city.urbanops.enforcement.assignment.application.AssignmentFilter;
import city.urbanops.enforcement.assignment.domain.AssignmentState;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of the list. */
final class AssignmentParameters {

    private AssignmentParameters() {}

    /** @throws ProblemException 400 naming the parameter */
    static AssignmentFilter filter(@Nullable String state, @Nullable String caseId, PageRequest page) {
        return new AssignmentFilter(
                Optional.ofNullable(state).map(AssignmentParameters::state),
                Optional.ofNullable(caseId).map(text -> uuid("caseId", text)),
                page.after().map(cursor -> cursor.id(0)));
    }

    private static AssignmentState state(String text) {
        return Arrays.stream(AssignmentState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.invalid("state", "must be one of " + Arrays.toString(AssignmentState.values()))));
    }

    private static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(Problem.invalid(name, "must be a UUID"));
        }
    }
}
