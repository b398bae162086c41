package city.urbanops.intake.casefile.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the centre's own stages may take, in continuous time: day and night, so that no calendar is needed.
 *
 * @param accept from the report to filing, voiding or the order to verify
 * @param verify for the patrol to say what it found
 * @param check from hand-back to the result of the check
 * @param checkSend from hand-back until somebody is sent to check
 */
public record StageLimits(Duration accept, Duration verify, Duration check, Duration checkSend) {

    /** When the check of a case had to be sent whose check is due then; absent if it is never due. */
    @Nullable
    Instant checkSendDueAt(@Nullable Instant checkDueAt) {
        return checkDueAt == null ? null : checkDueAt.minus(check).plus(checkSend);
    }
}
