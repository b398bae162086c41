package city.urbanops.metrics.api;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Scope;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every question about figures is checked for; what is wrong is refused by its name. */
public final class QueryChecks {

    private static final int ISO_DATE_LENGTH = 10;

    private QueryChecks() {}

    /**
     * An account without a department sees nothing.
     *
     * @throws ProblemException 403 for such an account
     */
    public static void requireVisible(Scope scope) {
        if (scope.nothing()) {
            throw new ProblemException(Problem.forbidden("Your account belongs to no department."));
        }
    }

    /**
     * The unit asked for; a limit on the caller goes before it.
     *
     * @throws ProblemException 403 if the caller may not see that unit, or none at all
     */
    public static Optional<String> department(Scope scope, Optional<String> asked) {
        requireVisible(scope);
        var own = scope.department();
        if (own.isPresent() && asked.isPresent() && !own.equals(asked)) {
            throw new ProblemException(Problem.forbidden("You see what is of your own department only."));
        }
        return own.or(() -> asked);
    }

    /**
     * The area asked for, as a prefix of codes; a limit on the caller goes before it.
     *
     * @throws ProblemException 403 if the caller may not see that area, or none at all
     */
    public static Optional<String> area(Scope scope, Optional<String> asked) {
        requireVisible(scope);
        var allowed = scope.area();
        if (asked.isPresent() && allowed.isPresent() && !asked.get().startsWith(allowed.get())) {
            throw new ProblemException(Problem.forbidden("You see what is of your own area only."));
        }
        return asked.or(() -> allowed);
    }

    /**
     * A day, like 2026-03-02.
     *
     * @param otherwise taken if none is asked for
     * @throws ProblemException 400 for anything else
     */
    public static LocalDate date(String field, @Nullable String text, LocalDate otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            // Four digits of year: ISO's longer years are no dates of this city, nor of the database.
            if (text.length() == ISO_DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException notADate) {
            // refused below
        }
        throw invalid(field, "must be a date like 2026-03-02");
    }

    /** A parameter that is wrong in itself: 400. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }
}
