package city.urbanops.intake.history.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to a case, as the former system says; in no particular order, for records contradict themselves.
 *
 * @param reportedAt when it came in
 * @param filedAt when it was filed
 * @param dispatchedAt when a unit got it
 * @param dueAt its deadline there
 * @param handedBackAt when the unit reported it handled
 * @param closedAt when it was closed
 * @param asOf until when the record speaks; absent means until it is imported
 */
public record HistoricTimes(
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant dueAt,
        @Nullable Instant handedBackAt,
        @Nullable Instant closedAt,
        @Nullable Instant asOf) {

    HistoricTimes reportedAt(Instant first) {
        return new HistoricTimes(first, filedAt, dispatchedAt, dueAt, handedBackAt, closedAt, asOf);
    }
}
