package city.urbanops.sanitation.workorder.application;

import city.urbanops.sanitation.workorder.domain.WorkOrderState;
import java.util.Optional;
import java.util.UUID;

/**
 * Which work orders a list shows; what is absent does not limit.
 *
 * @param state only these
 * @param caseId only this case's
 * @param before only tasks with a smaller id, which are earlier ones
 */
public record WorkOrderFilter(Optional<WorkOrderState> state, Optional<UUID> caseId, Optional<UUID> before) {}
