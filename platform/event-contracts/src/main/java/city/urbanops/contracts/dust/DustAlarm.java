package city.urbanops.contracts.dust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of the dust rule at a site, with the window that caused it as evidence.
 *
 * @param siteId the site; also the Kafka key
 * @param kind which step
 * @param episodeStart start of the window that began the episode; absent outside an episode
 * @param windowStart start of the window that caused the step
 * @param windowSeconds length of the window
 * @param metric what was measured, {@code PM10}
 * @param value mean of the window, µg/m³
 * @param background mean of the background in the same window, µg/m³; absent if there was none and the absolute limit applied
 * @param threshold what {@code value} less {@code background} is held against, µg/m³
 * @param validRatio share of the expected readings that came, 0 to 1
 * @param alarmOfDay how many episodes the site has had that day, in the city's zone, this one included
 * @param reason in words, for example why it is escalated or suppressed
 * @param deviceId the monitor that measured {@code value}
 * @param windSpeed mean of the window, m/s
 * @param humidity mean of the window, percent
 * @param picture reference of the last camera picture in the window
 * @param permitNo the site's building permit
 * @param builder who builds there
 */
public record DustAlarm(
        String siteId,
        DustAlarmKind kind,
        @Nullable Instant episodeStart,
        Instant windowStart,
        int windowSeconds,
        String metric,
        double value,
        @Nullable Double background,
        double threshold,
        double validRatio,
        int alarmOfDay,
        String reason,
        String deviceId,
        @Nullable Double windSpeed,
        @Nullable Double humidity,
        @Nullable String picture,
        @Nullable String permitNo,
        @Nullable String builder) {}
