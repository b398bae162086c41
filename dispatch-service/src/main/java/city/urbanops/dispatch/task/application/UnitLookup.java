package city.urbanops.dispatch.task.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;

/** The answer to a unit nobody knows. */
final class UnitLookup {

    private UnitLookup() {}

    static Outcome unknown(String department) {
        return Outcome.refused(Problem.unprocessable("department", "'%s' is not a unit".formatted(department)));
    }
}
