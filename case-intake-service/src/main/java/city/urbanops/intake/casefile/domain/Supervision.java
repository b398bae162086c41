package city.urbanops.intake.casefile.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the supervising centre itself has open on a case.
 *
 * @param request a request waiting for the shift leader, if any
 * @param stageDueAt when the centre's present stage (accept, verify, check) is due; absent in any other
 * @param acceptRest what was left to accept when verification began; absent in any other phase
 * @param revisitedRound the last round whose end the reporter was asked about; 0 for none
 * @param checkSentRound the last round somebody was sent to check; 0 for none
 */
public record Supervision(
        @Nullable PendingRequest request,
        @Nullable Instant stageDueAt,
        @Nullable Duration acceptRest,
        int revisitedRound,
        int checkSentRound) {

    /** Nothing open. */
    public static final Supervision NONE = new Supervision(null, null, null, 0, 0);

    Supervision requested(@Nullable PendingRequest next) {
        return new Supervision(next, stageDueAt, acceptRest, revisitedRound, checkSentRound);
    }

    Supervision stage(@Nullable Instant dueAt, @Nullable Duration rest) {
        return new Supervision(request, dueAt, rest, revisitedRound, checkSentRound);
    }

    Supervision revisited(int round) {
        return new Supervision(request, stageDueAt, acceptRest, round, checkSentRound);
    }

    Supervision checkSent(int round) {
        return new Supervision(request, stageDueAt, acceptRest, revisitedRound, round);
    }
}
