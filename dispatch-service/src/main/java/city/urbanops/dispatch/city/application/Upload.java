package city.urbanops.dispatch.city.application;

import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.problem.Problem;
import java.util.List;

/**
 * A set of the city's data somebody hands in.
 *
 * @param by the account
 * @param dryRun check only, store nothing
 */
public record Upload(String by, boolean dryRun) {

    /** More than anybody reads at once; the rest shows when these are mended. */
    private static final int MOST_ERRORS = 200;

    /**
     * What came of it.
     *
     * @param version the new version; in a dry run, the name it would have had
     * @param rows how many rows it has
     * @param stored false in a dry run
     */
    public record Answer(String version, int rows, boolean stored) {}

    /** Nothing is stored: all that is wrong, up to two hundred errors. */
    public static Problem refused(String what, List<FieldError> errors) {
        return new Problem(
                "rule",
                "The request breaks a rule",
                422,
                "The %s are not stored: %d errors.".formatted(what, errors.size()),
                errors.stream().limit(MOST_ERRORS).toList());
    }
}
