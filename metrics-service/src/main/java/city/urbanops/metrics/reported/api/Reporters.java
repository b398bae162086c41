package city.urbanops.metrics.reported.api;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.assessment.api.Parameters;
import city.urbanops.metrics.assessment.domain.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose figures a caller sees or reports, and which period is meant. */
final class Reporters {

    private static final Pattern UNIT_CODE = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    private Reporters() {}

    /** The only unit the caller may see; absent for those who see all. */
    static Optional<String> ownUnit(Caller caller) {
        return Parameters.ownUnit(caller, "Figures of units");
    }

    /** The unit asked for; a limit on the caller goes before it. */
    static Optional<String> unit(Caller caller, @Nullable String asked) {
        var own = ownUnit(caller);
        if (asked != null && !UNIT_CODE.matcher(asked).matches()) {
            throw QueryChecks.invalid("unit", "must be the code of a unit, like urban-enforcement");
        }
        if (asked != null && own.filter(only -> !only.equals(asked)).isPresent()) {
            throw new ProblemException(Problem.forbidden("You see your own unit's figures only."));
        }
        return own.or(() -> Optional.ofNullable(asked));
    }

    static Period period(@Nullable String text) {
        return Parameters.period(text == null ? "" : text);
    }
}
