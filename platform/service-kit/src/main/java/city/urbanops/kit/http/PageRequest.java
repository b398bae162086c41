package city.urbanops.kit.http;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page a client wants.
 *
 * @param limit 1 to 200
 * @param after where to read on, absent for the first page
 */
public record PageRequest(int limit, Optional<Cursor> after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /**
     * Reads the query parameters.
     *
     * @param keyParts how many columns the list's sort key has
     * @throws ProblemException 400 naming the parameter
     */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor, int keyParts) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limitOf(limit),
                Optional.ofNullable(cursor).map(text -> Cursor.decoded(text, keyParts)));
    }

    private static int limitOf(String text) {
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // the same answer as for a number out of bounds
        }
        throw new ProblemException(Problem.invalid("limit", "must be a number from 1 to " + MAX_LIMIT));
    }
}
