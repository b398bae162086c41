package city.urbanops.contracts.dust;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sample of one monitor.
 *
 * @param deviceId the monitor; also the Kafka key
 * @param at when it was measured, by the monitor's clock
 * @param pm10 µg/m³, zero or more
 * @param tsp total suspended particles, µg/m³
 * @param windSpeed m/s
 * @param humidity relative, percent
 * @param rain millimetres since the reading before; more than zero means that it rains
 * @param picture reference of a camera picture taken with the reading
 * @param siteId the site it stands on, as the monitor knows it; the register decides
 */
public record DustReading(
        @JsonProperty(required = true) String deviceId,
        @JsonProperty(required = true) Instant at,
        @JsonProperty(required = true) double pm10,
        @Nullable Double tsp,
        @Nullable Double windSpeed,
        @Nullable Double humidity,
        @Nullable Double rain,
        @Nullable String picture,
        @Nullable String siteId) {}
