package city.urbanops.intake.media.api;

import city.urbanops.contracts.MediaReference;
import city.urbanops.intake.media.application.PromiseUpload.Promised;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The right to put one file.
 *
 * @param ref good once the upload is complete
 * @param uploadUrl where to PUT it, without a token
 * @param headers to be sent with it as they are
 * @param expiresAt when the URL is good no more
 */
public record PromisedView(UUID mediaId, String ref, URI uploadUrl, Map<String, String> headers, Instant expiresAt) {

    public PromisedView {
        headers = Map.copyOf(headers);
    }

    static PromisedView of(Promised promised) {
        return new PromisedView(
                promised.photo().id(),
                MediaReference.of(promised.photo().id()),
                promised.signed().url(),
                promised.signed().headers(),
                promised.promise().until());
    }

    /** Says nothing: whoever has the URL may upload. */
    @Override
    public String toString() {
        return "PromisedView[" + mediaId + "]";
    }
}
