package city.urbanops.contracts.dust;

import org.jspecify.annotations.Nullable;

/**
 * A message on {@code dust-readings} that no window could use; the message itself stays where it is.
 *
 * @param key the message's key, or its place if it had none
 * @param reason stable name of the cause
 * @param detail the cause in words, with figures
 * @param deviceId the monitor, if the message names one
 * @param partition its place on {@code dust-readings}
 * @param offset its place on {@code dust-readings}
 */
public record DustReadingRejected(
        String key,
        DustRejection reason,
        String detail,
        @Nullable String deviceId,
        int partition,
        long offset) {}
