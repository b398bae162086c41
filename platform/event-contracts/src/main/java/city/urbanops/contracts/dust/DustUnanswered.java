package city.urbanops.contracts.dust;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody at the site acknowledged an episode in time: for the lead of the responsible unit.
 *
 * @param siteId the site; also the Kafka key
 * @param episodeStart start of the window that began the episode
 * @param caseId the case it belongs to
 * @param department the unit that has the case's task, absent before dispatch
 * @param dueAt until when an answer was due
 */
public record DustUnanswered(
        String siteId,
        Instant episodeStart,
        UUID caseId,
        @Nullable String department,
        Instant dueAt) {}
