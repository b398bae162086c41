package city.urbanops.intake.duplicates.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ranks cases a report may repeat. Only suggests: what is linked by itself is decided by the narrower rule of the case file.
 *
 * @param radiusMeters how near a case of the same class must be to be suggested
 * @param window how far apart in time
 * @param minLikeness how alike texts must be, 0 to 1
 */
public record SuggestionRule(double radiusMeters, Duration window, double minLikeness) {

    /** What the same caller asking again within the window is worth: likely the same matter, but people have several. */
    private static final double SAME_CALLER = 0.5;

    private static final int MOST = 10;

    /** The best candidates, best first, at most ten; each with at least one reason. */
    public List<Suggestion> rank(TypedReport report, Collection<OpenCase> candidates) {
        var shingles = Shingles.of(report.text());
        var byCase = new LinkedHashMap<UUID, Suggestion>();
        var callers = candidates.stream()
                .filter(OpenCase::sameCaller)
                .map(OpenCase::caseId)
                .collect(Collectors.toSet());
        for (var found : candidates) {
            var candidate = callers.contains(found.caseId()) ? found.ofSameCaller() : found;
            var suggestion = judge(report, shingles, candidate);
            if (!suggestion.reasons().isEmpty()) {
                byCase.merge(candidate.caseId(), suggestion, Suggestion::better);
            }
        }
        return byCase.values().stream()
                .sorted(Comparator.comparingDouble(Suggestion::score).reversed().thenComparing(Suggestion::caseId))
                .limit(MOST)
                .toList();
    }

    private Suggestion judge(TypedReport report, Shingles shingles, OpenCase candidate) {
        var reasons = new ArrayList<String>();
        var doubt = 1.0;
        var apart =
                Duration.between(candidate.occurredAt(), report.occurredAt()).abs();
        var point = report.point();
        var there = candidate.point();
        if (point != null && there != null && candidate.classCode().equals(report.classCode())) {
            var meters = point.metersTo(there);
            if (meters <= radiusMeters && apart.compareTo(window) <= 0) {
                reasons.add(String.format(Locale.ROOT, "same class, %.0f m away, %d h apart", meters, apart.toHours()));
                doubt *= 1 - 0.9 * nearness(meters / radiusMeters) * nearness(share(apart));
            }
        }
        var likeness = shingles.likeness(Shingles.of(candidate.text()));
        if (likeness >= minLikeness) {
            reasons.add(String.format(Locale.ROOT, "text %.0f %% alike", likeness * 100));
            doubt *= 1 - likeness;
        }
        if (candidate.sameCaller() && apart.compareTo(window) <= 0) {
            reasons.add("same caller, %d h apart".formatted(apart.toHours()));
            doubt *= 1 - SAME_CALLER;
        }
        return new Suggestion(candidate.caseId(), candidate.caseNumber(), 1 - doubt, reasons);
    }

    private double share(Duration apart) {
        return (double) apart.toSeconds() / Math.max(1, window.toSeconds());
    }

    /** 1 at the same place or time, half of that at the edge. */
    private static double nearness(double share) {
        return 1 - share / 2;
    }

    /** The earliest a candidate may have occurred. */
    public Instant from(TypedReport report) {
        return report.occurredAt().minus(window);
    }

    /** The latest a candidate may have occurred. */
    public Instant to(TypedReport report) {
        return report.occurredAt().plus(window);
    }
}
