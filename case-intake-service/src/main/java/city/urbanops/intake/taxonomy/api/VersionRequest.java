package city.urbanops.intake.taxonomy.api;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query of an import of standards, or of another list with versions, checked. */
public record VersionRequest(String version, @Nullable Instant effectiveAt, boolean dryRun) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    /**
     * Reads the query parameters.
     *
     * @throws ProblemException 400 naming the parameter
     */
    public static VersionRequest of(@Nullable String version, @Nullable String effectiveAt, @Nullable String dryRun) {
        if (version == null || !NAME.matcher(version).matches()) {
            throw invalid("version", "must be 1 to 60 letters, digits, dots, dashes");
        }
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw invalid("dryRun", "must be true or false");
        }
        return new VersionRequest(version, effectiveAt == null ? null : instant(effectiveAt), "true".equals(dryRun));
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text);
            if (instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException notAnInstant) {
            // the same answer as for a time the database cannot hold
        }
        throw invalid("effectiveAt", "must be a time such as 2026-03-02T04:00:00Z");
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }
}
