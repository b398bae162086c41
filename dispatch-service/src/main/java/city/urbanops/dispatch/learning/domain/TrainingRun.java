package city.urbanops.dispatch.learning.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a training stands.
 *
 * @param runId its id
 * @param state {@code REQUESTED}, {@code RUNNING}, {@code DONE}, {@code STOPPED} or {@code FAILED}
 * @param requestedBy the account, or {@code schedule}
 * @param requestedAt when
 * @param step what is being done
 * @param progress share done, 0–1
 * @param stopRequested somebody asked it to stop
 * @param heartbeatAt when the replica that trains last told of it
 * @param endedAt when it ended; absent before
 * @param outcome what came of it; absent before
 */
public record TrainingRun(
        UUID runId,
        String state,
        String requestedBy,
        Instant requestedAt,
        String step,
        double progress,
        boolean stopRequested,
        Instant heartbeatAt,
        @Nullable Instant endedAt,
        @Nullable String outcome) {}
