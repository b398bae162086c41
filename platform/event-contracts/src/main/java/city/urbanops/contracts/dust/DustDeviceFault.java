package city.urbanops.contracts.dust;

import java.time.Instant;

/**
 * A monitor failed or recovered.
 *
 * @param siteId the site it stands on; also the Kafka key
 * @param deviceId the monitor
 * @param fault what happened
 * @param since start of the first window of this state
 * @param at end of the window that showed it
 */
public record DustDeviceFault(String siteId, String deviceId, DustDeviceFaultKind fault, Instant since, Instant at) {}
