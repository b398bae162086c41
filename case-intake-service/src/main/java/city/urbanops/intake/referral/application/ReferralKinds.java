package city.urbanops.intake.referral.application;

import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The kinds of referrals in force: the city's own list, or the one that ships. Read at each void, of which there are few. */
@Singleton
public class ReferralKinds {

    private static final String SHIPPED_VERSION = "default-city-1";
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final ReferralVersions versions;
    private final Clock clock;
    private final ReferralList shipped = shipped();

    ReferralKinds(ReferralVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** The list in force now. */
    public Uni<ReferralList> inForce(Mutiny.StatelessSession session) {
        return versions.inForce(session, clock.instant()).map(own -> own.orElse(shipped));
    }

    /**
     * Stores a version.
     *
     * @param effectiveAt absent for now; never in the past, because cases have been referred by what was in force
     * @return when it comes into force
     * @throws ProblemException 409 if the name is taken, 422 if the table cannot be used or the time lies in the past
     */
    public Uni<Instant> store(
            Mutiny.StatelessSession session, ReferralReading reading, @Nullable Instant effectiveAt, String actor) {
        var list = reading.list().orElseThrow(() -> new ProblemException(unusable(reading)));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (effectiveAt != null && effectiveAt.isBefore(now.minus(CLOCK_TOLERANCE))) {
            throw new ProblemException(Problem.unprocessable("effectiveAt", "lies in the past"));
        }
        var from = effectiveAt == null || effectiveAt.isBefore(now) ? now : effectiveAt;
        if (list.version().equals(SHIPPED_VERSION)) {
            throw new ProblemException(taken(list));
        }
        return versions.add(session, list, from, actor).map(added -> {
            if (!added) {
                throw new ProblemException(taken(list));
            }
            return from;
        });
    }

    private static Problem taken(ReferralList list) {
        return Problem.conflict(
                "version-taken", "There is a version %s already; versions never change.".formatted(list.version()));
    }

    private static Problem unusable(ReferralReading reading) {
        var errors = reading.errors().stream()
                .map(remark -> new FieldError(remark.field(), remark.message()))
                .toList();
        return new Problem("referrals", "The table of referrals cannot be used", 422, null, errors);
    }

    /** The list that ships; it is checked like any other. */
    static ReferralList shipped() {
        try (var csv = Objects.requireNonNull(ReferralKinds.class.getResourceAsStream("/city/referrals.csv"))) {
            var text = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
            return ReferralCsv.read(SHIPPED_VERSION, text).list().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
