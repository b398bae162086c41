package city.urbanops.metrics.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What only grows while a case lives.
 *
 * @param round of the newest event; 1 plus reworks plus reopenings
 * @param reworks failed checks
 * @param extensions of one task
 * @param passedDueAt the latest deadline that was announced as passed
 * @param lastEventAt the newest time of any event
 * @param marks what happened at least once
 */
public record Progress(
        int round, int reworks, int extensions, @Nullable Instant passedDueAt, Instant lastEventAt, Marks marks) {

    Progress merge(Progress other) {
        return new Progress(
                Math.max(round, other.round),
                Math.max(reworks, other.reworks),
                Math.max(extensions, other.extensions),
                later(passedDueAt, other.passedDueAt),
                lastEventAt.isBefore(other.lastEventAt) ? other.lastEventAt : lastEventAt,
                marks.merge(other.marks));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isAfter(one) ? other : one;
    }
}
