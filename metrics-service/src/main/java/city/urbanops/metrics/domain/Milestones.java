package city.urbanops.metrics.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a case first once: of several times the earliest holds, so a reopened case keeps its filing date.
 *
 * @param reportedAt absent while only later events of the case have arrived
 * @param filedAt absent while it waits for filing
 * @param dispatchedAt first given to a unit, whatever became of that
 */
public record Milestones(
        @Nullable Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dispatchedAt) {

    static final Milestones NONE = new Milestones(null, null, null);

    Milestones merge(Milestones other) {
        return new Milestones(
                earlier(reportedAt, other.reportedAt),
                earlier(filedAt, other.filedAt),
                earlier(dispatchedAt, other.dispatchedAt));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }
}
