package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.assessment.domain.Period;
import java.util.Optional;

/** Which period is meant, and whose scores or figures a caller may see. */
public final class Parameters {

    private Parameters() {}

    /**
     * The period of that name.
     *
     * @throws ProblemException 400 if it is none
     */
    public static Period period(String text) {
        return Period.of(text)
                .orElseThrow(() -> new ProblemException(Problem.invalid(
                        "period", "must be a month 2026-03, a quarter 2026-Q1, a half 2026-H1 or a year 2026")));
    }

    /**
     * The only unit the caller may see; absent for those who see all.
     *
     * @param what they are, for the refusal
     * @throws ProblemException 403 for an account without a department, or limited to an area
     */
    public static Optional<String> ownUnit(Caller caller, String what) {
        var scope = caller.scope(Roles.CENTRAL);
        QueryChecks.requireVisible(scope);
        if (scope.area().isPresent()) {
            throw new ProblemException(
                    Problem.forbidden(what + " are of the whole city; your account is limited to an area."));
        }
        return scope.department();
    }

    static void requireVisible(String unit, Optional<String> own) {
        if (own.filter(only -> !only.equals(unit)).isPresent()) {
            throw new ProblemException(Problem.forbidden("You see your own scores only."));
        }
    }
}
