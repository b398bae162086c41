package city.urbanops.evaluation.dust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An episode, to the window.
 *
 * @param site the station
 * @param start start of the window that raised the alarm
 * @param escalated start of the window that escalated it, if any
 * @param cleared start of the window that cleared it; absent if it was still standing at the end
 */
record Episode(
        String site,
        Instant start,
        @Nullable Instant escalated,
        @Nullable Instant cleared) {}
