package city.urbanops.dispatch.notice.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How sending to one address of a unit goes.
 *
 * @param channel the way
 * @param unitCode the unit
 * @param address one of its contacts' addresses
 * @param failures how many attempts failed in a row
 * @param refusals how many of them the address itself was refused; a server that is away refuses nobody
 * @param lastFailure what the last of them said; absent when the last attempt succeeded
 * @param retryAt nothing is sent before this
 * @param disabledAt since when it is given up; absent while it is used
 */
public record MessageRoute(
        MessageChannel channel,
        String unitCode,
        String address,
        int failures,
        int refusals,
        @Nullable String lastFailure,
        Instant retryAt,
        @Nullable Instant disabledAt) {

    /** After a message that was taken. */
    public MessageRoute succeeded(Instant now) {
        return new MessageRoute(channel, unitCode, address, 0, 0, null, now, null);
    }

    /** After an attempt that failed because the server is away or wants to be left alone: waits longer each time, never given up. */
    public MessageRoute unreached(Instant now, String reason, Retries retries) {
        return new MessageRoute(
                channel,
                unitCode,
                address,
                failures + 1,
                refusals,
                reason,
                now.plus(retries.after(failures + 1)),
                null);
    }

    /** After the server refused this address or message for good: given up after too many. */
    public MessageRoute refused(Instant now, String reason, Retries retries) {
        int inARow = refusals + 1;
        return new MessageRoute(
                channel,
                unitCode,
                address,
                failures + 1,
                inARow,
                reason,
                now.plus(retries.after(failures + 1)),
                inARow >= retries.givenUpAfter() ? now : null);
    }
}
