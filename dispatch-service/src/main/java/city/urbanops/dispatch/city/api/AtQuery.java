package city.urbanops.dispatch.city.api;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code at}: the moment something is asked for. */
public final class AtQuery {

    /** Outside of these a typing error is likelier, and no zone can tell the time. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("2101-01-01T00:00:00Z");

    private AtQuery() {}

    /**
     * The moment; empty when the parameter is absent, which means now.
     *
     * @throws ProblemException 400 naming the parameter
     */
    public static Optional<Instant> instant(@Nullable String at) {
        if (at == null) {
            return Optional.empty();
        }
        try {
            Instant instant = Instant.parse(at);
            if (!instant.isBefore(FIRST) && instant.isBefore(END)) {
                return Optional.of(instant);
            }
        } catch (DateTimeException notAnInstant) {
            // the same answer as for one out of bounds
        }
        throw new ProblemException(
                Problem.invalid("at", "must be an instant of this century such as 2026-01-31T22:00:00Z"));
    }
}
