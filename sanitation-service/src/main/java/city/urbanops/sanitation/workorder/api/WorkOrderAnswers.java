package city.urbanops.sanitation.workorder.api;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.sanitation.workorder.application.WorkOrderResult;
import city.urbanops.sanitation.workorder.domain.WorkOrder;

/** What callers are told: 404 for an unknown work order, 403 for another unit's, 409 for a step that is not possible now. */
final class WorkOrderAnswers {

    private WorkOrderAnswers() {}

    /** The answer to a command. */
    static Outcome of(WorkOrderResult result) {
        return result instanceof WorkOrderResult.Present present
                ? Outcome.ok(WorkOrderView.of(present.order()))
                : Outcome.refused(problem(result));
    }

    /**
     * The work order a read asked for.
     *
     * @throws ProblemException if the caller does not get it
     */
    static WorkOrder required(WorkOrderResult result) {
        if (result instanceof WorkOrderResult.Present present) {
            return present.order();
        }
        throw new ProblemException(problem(result));
    }

    private static Problem problem(WorkOrderResult result) {
        if (result instanceof WorkOrderResult.Refused refused) {
            return Problem.conflict(refused.refusal().name(), refused.refusal().explanation());
        }
        return result instanceof WorkOrderResult.OutOfScope
                ? Problem.forbidden("The work order belongs to another unit or area.")
                : Problem.notFound("There is no such work order.");
    }
}
