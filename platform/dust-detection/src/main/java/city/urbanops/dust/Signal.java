package city.urbanops.dust;

import city.urbanops.contracts.dust.DustAlarmKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of the rule that somebody should hear of.
 *
 * @param kind which step
 * @param episodeStart start of the window that began the episode; absent outside one
 * @param alarmOfDay episodes of the site that day so far
 * @param reason in words
 */
public record Signal(DustAlarmKind kind, @Nullable Instant episodeStart, int alarmOfDay, String reason) {}
