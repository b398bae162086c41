package city.urbanops.enforcement.assignment.application;

import city.urbanops.enforcement.assignment.domain.AssignmentState;
import java.util.Optional;
import java.util.UUID;

/**
 * Which assignments a list shows; what is absent does not limit.
 *
 * @param state only these
 * @param caseId only this case's
 * @param before only tasks with a smaller id, which are earlier ones
 */
public record AssignmentFilter(Optional<AssignmentState> state, Optional<UUID> caseId, Optional<UUID> before) {}
