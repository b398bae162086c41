package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * When a report repeats a case (DESIGN §4): same class, near enough, at nearly the same time. Text never links by itself, and a report
 * without coordinates is never linked.
 *
 * @param radiusMeters how near
 * @param window how far apart in time of occurrence
 */
public record DuplicateRule(double radiusMeters, Duration window) {

    /** The nearest case the report repeats, if any; candidates are of the same class, not void and not linked themselves. */
    public Optional<Linked> original(Point point, Instant occurredAt, Collection<Candidate> candidates) {
        return candidates.stream()
                .filter(other -> apart(occurredAt, other.occurredAt()).compareTo(window) <= 0)
                .filter(other -> point.metersTo(other.point()) <= radiusMeters)
                .min(Comparator.comparingDouble((Candidate other) -> point.metersTo(other.point()))
                        .thenComparing(Candidate::id))
                .map(other -> link(point, occurredAt, other));
    }

    private Linked link(Point point, Instant occurredAt, Candidate other) {
        var reason = String.format(
                Locale.ROOT,
                "same class, %.0f m away, %d h apart",
                point.metersTo(other.point()),
                apart(occurredAt, other.occurredAt()).toHours());
        return new Linked(other.id(), true, reason);
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** A case that might be repeated. */
    public record Candidate(UUID id, Point point, Instant occurredAt) {}
}
