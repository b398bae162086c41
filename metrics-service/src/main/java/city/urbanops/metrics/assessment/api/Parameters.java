package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.assessment.domain.Period;
import java.util.Optional;

/** Reads path parameters, and whose scores a caller may see. */
final class Parameters {

    private Parameters() {}

    static Period period(String text) {
        return Period.of(text)
                .orElseThrow(() -> new ProblemException(Problem.invalid(
                        "period", "must be a month 2026-03, a quarter 2026-Q1, a half 2026-H1 or a year 2026")));
    }

    /** The only unit the caller may see; absent for those who see all. */
    static Optional<String> ownUnit(Caller caller) {
        var scope = caller.scope(Roles.CENTRAL);
        QueryChecks.requireVisible(scope);
        if (scope.area().isPresent()) {
            throw new ProblemException(
                    Problem.forbidden("Scores are of the whole city; your account is limited to an area."));
        }
        return scope.department();
    }

    static void requireVisible(String unit, Optional<String> own) {
        if (own.filter(only -> !only.equals(unit)).isPresent()) {
            throw new ProblemException(Problem.forbidden("You see your own scores only."));
        }
    }
}
