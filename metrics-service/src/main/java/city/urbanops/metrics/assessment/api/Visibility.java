package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.assessment.application.ReadAssessment;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.domain.Assessed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Whose scores a caller may see. Of units: whoever assesses sees all, a lead the own unit's. Of people: whoever assesses sees all, everybody
 * else what is their own. Of grids: whoever assesses.
 */
@Singleton
class Visibility {

    private static final Set<String> ASSESS = Set.of(Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER);

    private final ReadAssessment read;
    private final CurrentCaller caller;

    Visibility(ReadAssessment read, CurrentCaller caller) {
        this.read = read;
        this.caller = caller;
    }

    /** The only unit or account of a sheet the caller may see; empty for those who see all; fails with 403 for all others. */
    Uni<Optional<String>> of(String scheme, Period period) {
        var asking = caller.get();
        return read.subjects(scheme, period)
                .map(subjects -> subjects.map(kind -> of(kind, asking)).orElseGet(() -> ofUnits(asking)));
    }

    /** The same for figures of people or grids. */
    static Optional<String> of(Assessed kind, Caller caller) {
        if (caller.hasAnyOf(ASSESS)) {
            if (caller.area().isPresent()) {
                throw forbidden("Scores are of the whole city; your account is limited to an area.");
            }
            return Optional.empty();
        }
        if (!kind.isOfPersons()) {
            throw forbidden("Only those who assess see scores of grids.");
        }
        return Optional.of(caller.account());
    }

    private static Optional<String> ofUnits(Caller caller) {
        if (!caller.hasAnyOf(ASSESS) && !caller.hasAnyOf(Set.of(Roles.DEPARTMENT_LEAD))) {
            throw forbidden("Only those who assess, and leads for their own unit, see scores of units.");
        }
        return Parameters.ownUnit(caller, "Scores");
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.forbidden(detail));
    }
}
