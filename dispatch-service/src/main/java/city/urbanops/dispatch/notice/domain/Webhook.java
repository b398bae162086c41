package city.urbanops.dispatch.notice.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit wants to be told of its tasks.
 *
 * @param unitCode the unit; one receiver each
 * @param url where notices are posted
 * @param keyVersion which of the unit's signing keys is used; grows whenever it registers again
 * @param failures how many calls failed in a row
 * @param lastFailure what the last of them said; absent when the last call succeeded
 * @param retryAt not called before this
 * @param disabledAt since when it is given up; absent while it is called
 */
public record Webhook(
        String unitCode,
        String url,
        int keyVersion,
        int failures,
        @Nullable String lastFailure,
        Instant retryAt,
        @Nullable Instant disabledAt) {

    /** After a call it took. */
    public Webhook succeeded(Instant now) {
        return new Webhook(unitCode, url, keyVersion, 0, null, now, null);
    }

    /** After a call that failed: the pause doubles each time, and after too many in a row the receiver is given up. */
    public Webhook failed(Instant now, String reason, Retries retries) {
        int inARow = failures + 1;
        return new Webhook(
                unitCode,
                url,
                keyVersion,
                inARow,
                reason,
                now.plus(retries.after(inARow)),
                inARow >= retries.givenUpAfter() ? now : null);
    }
}
