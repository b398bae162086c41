package city.urbanops.intake.taxonomy.application;

import city.urbanops.intake.taxonomy.application.TaxonomyVersions.Stored;
import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Stores a new version of the standards, to come into force at once or later. */
@Singleton
public class ImportTaxonomy {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final TaxonomyVersions versions;
    private final Clock clock;

    ImportTaxonomy(TaxonomyVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Stores a version.
     *
     * @param effectiveAt absent for now; never in the past, because cases have been filed under what was in force
     * @return when it comes into force
     * @throws ProblemException 409 if the name is taken, 422 if the table cannot be used or the time lies in the past
     */
    public Uni<Instant> store(
            Mutiny.StatelessSession session, TaxonomyReading reading, @Nullable Instant effectiveAt, String actor) {
        var document = reading.document().orElseThrow(() -> new ProblemException(unusable(reading)));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (effectiveAt != null && effectiveAt.isBefore(now.minus(CLOCK_TOLERANCE))) {
            throw new ProblemException(Problem.unprocessable("effectiveAt", "lies in the past"));
        }
        var from = effectiveAt == null || effectiveAt.isBefore(now) ? now : effectiveAt;
        return versions.lock(session)
                .chain(() -> versions.add(session, new Stored(document, from), actor))
                .map(added -> {
                    if (!added) {
                        throw new ProblemException(Problem.conflict(
                                "version-taken",
                                "There is a version %s already; versions never change.".formatted(document.version())));
                    }
                    return from;
                });
    }

    private static Problem unusable(TaxonomyReading reading) {
        var errors = reading.errors().stream()
                .map(remark -> new FieldError(remark.field(), remark.message()))
                .toList();
        return new Problem("taxonomy", "The table of standards cannot be used", 422, null, errors);
    }
}
