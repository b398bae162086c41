package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.Refusal;
import city.urbanops.dispatch.task.domain.Refusal.SiteStep;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.units.domain.Workplace;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import java.util.UUID;

/** What callers are told when a task does not do what they want. */
final class Refusals {

    private Refusals() {}

    static Outcome of(UUID taskId, Refusal refusal) {
        return Outcome.refused(problem(taskId, refusal));
    }

    static Outcome unknownTask(UUID taskId) {
        return Outcome.refused(Problem.notFound("There is no task " + taskId + "."));
    }

    static Outcome someoneElses(Task task) {
        return Outcome.refused(Problem.forbidden("The task belongs to " + task.department() + "."));
    }

    private static Problem problem(UUID taskId, Refusal refusal) {
        if (refusal instanceof Refusal.Unacceptable value) {
            return Problem.unprocessable(value.field(), value.message());
        }
        if (refusal instanceof Refusal.Elsewhere elsewhere) {
            return Problem.conflict(
                    "done-elsewhere",
                    "This unit works in its own service: use POST %s.".formatted(place(taskId, elsewhere)));
        }
        Refusal.NotNow notNow = (Refusal.NotNow) refusal;
        return Problem.conflict(notNow.name(), notNow.detail());
    }

    private static String place(UUID taskId, Refusal.Elsewhere elsewhere) {
        boolean signing = elsewhere.step() == SiteStep.SIGN;
        return elsewhere.workplace() == Workplace.ENFORCEMENT
                ? "/api/v1/enforcement/assignments/%s/actions/%s".formatted(taskId, signing ? "accept" : "report")
                : "/api/v1/sanitation/work-orders/%s/actions/%s".formatted(taskId, signing ? "start" : "complete");
    }
}
