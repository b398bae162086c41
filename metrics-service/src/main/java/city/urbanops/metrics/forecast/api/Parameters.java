package city.urbanops.metrics.forecast.api;

import city.urbanops.kit.security.Scope;
import city.urbanops.metrics.api.QueryChecks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, of which a bad one is refused by its name, and narrows them to what the caller may see. */
final class Parameters {

    private static final int LONGEST_CODE = 64;

    private Parameters() {}

    /** The unit asked for; a limit on the caller goes before it. */
    static Optional<String> unit(@Nullable String asked, Scope scope) {
        return QueryChecks.department(scope, code("unit", asked));
    }

    /** The area asked for, as a prefix of codes; a limit on the caller goes before it. */
    static Optional<String> area(String field, @Nullable String asked, Scope scope) {
        var wanted = code(field, asked);
        if (wanted.filter(code -> !code.chars().allMatch(c -> c >= '0' && c <= '9'))
                .isPresent()) {
            throw QueryChecks.invalid(field, "must be the digits of an area's code");
        }
        return QueryChecks.area(scope, wanted);
    }

    /** A code as it is, but for what cannot be one. */
    static Optional<String> code(String field, @Nullable String asked) {
        if (asked != null && (asked.isBlank() || asked.length() > LONGEST_CODE)) {
            throw QueryChecks.invalid(field, "must be a code of 1 to " + LONGEST_CODE + " characters");
        }
        return Optional.ofNullable(asked);
    }

    /** A whole number between two others. */
    static int number(String field, @Nullable String asked, int otherwise, int least, int most) {
        if (asked == null) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(asked);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // the same answer as for a number out of bounds
        }
        throw QueryChecks.invalid(field, "must be a whole number from %d to %d".formatted(least, most));
    }
}
