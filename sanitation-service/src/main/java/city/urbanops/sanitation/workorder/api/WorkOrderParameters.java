package city.urbanops.sanitation.workorder.api;

import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.sanitation.workorder.application.WorkOrderFilter;
import city.urbanops.sanitation.workorder.domain.WorkOrderState;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of the list. */
final class WorkOrderParameters {

    private WorkOrderParameters() {}

    /** @throws ProblemException 400 naming the parameter */
    static WorkOrderFilter filter(@Nullable String state, @Nullable String caseId, PageRequest page) {
        return new WorkOrderFilter(
                Optional.ofNullable(state).map(WorkOrderParameters::state),
                Optional.ofNullable(caseId).map(text -> uuid("caseId", text)),
                page.after().map(cursor -> cursor.id(0)));
    }

    private static WorkOrderState state(String text) {
        return Arrays.stream(WorkOrderState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.invalid("state", "must be one of " + Arrays.toString(WorkOrderState.values()))));
    }

    private static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(Problem.invalid(name, "must be a UUID"));
        }
    }
}
