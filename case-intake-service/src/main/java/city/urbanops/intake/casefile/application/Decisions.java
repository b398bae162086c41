package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Decision;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Scope;
import java.util.Optional;

/** What a decider said, as the answer a caller gets. */
final class Decisions {

    private Decisions() {}

    /**
     * What was decided, if it may be done.
     *
     * @throws ProblemException 409 if not now, 422 if a rule is broken
     */
    static Accepted accepted(Decision decision) {
        if (decision instanceof NotNow refusal) {
            throw new ProblemException(Problem.conflict(refusal.reason(), refusal.detail()));
        }
        if (decision instanceof BreaksRule broken) {
            throw new ProblemException(Problem.unprocessable(broken.field(), broken.message()));
        }
        return (Accepted) decision;
    }

    /**
     * The case, if the caller may see it.
     *
     * @throws ProblemException 404 otherwise
     */
    static CaseFile visible(Optional<CaseFile> found, Scope scope) {
        return found.filter(file -> isVisible(file, scope))
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such case.")));
    }

    private static boolean isVisible(CaseFile file, Scope scope) {
        var assignment = file.assignment();
        return scope.admits(
                Optional.ofNullable(assignment).map(a -> a.department()),
                file.report().place().areaCode());
    }
}
