package city.urbanops.enforcement.assignment.api;

import city.urbanops.enforcement.assignment.application.AssignmentResult;
import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;

/** What callers are told: 404 for an unknown assignment, 403 for another unit's, 409 for a step that is not possible now. */
final class AssignmentAnswers {

    private AssignmentAnswers() {}

    /** The answer to a command. */
    static Outcome of(AssignmentResult result) {
        return result instanceof AssignmentResult.Present present
                ? Outcome.ok(AssignmentView.of(present.assignment()))
                : Outcome.refused(problem(result));
    }

    /**
     * The assignment a read asked for.
     *
     * @throws ProblemException if the caller does not get it
     */
    static Assignment required(AssignmentResult result) {
        if (result instanceof AssignmentResult.Present present) {
            return present.assignment();
        }
        throw new ProblemException(problem(result));
    }

    private static Problem problem(AssignmentResult result) {
        if (result instanceof AssignmentResult.Refused refused) {
            return Problem.conflict(refused.refusal().name(), refused.refusal().explanation());
        }
        return result instanceof AssignmentResult.OutOfScope
                ? Problem.forbidden("The assignment belongs to another unit or area.")
                : Problem.notFound("There is no such assignment.");
    }
}
