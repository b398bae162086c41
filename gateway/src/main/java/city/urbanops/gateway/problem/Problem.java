package city.urbanops.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * Why the gateway itself did not pass a request on, or has no answer to it.
 *
 * @param name short stable name of the kind of problem; clients may switch on it
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what was wrong this time and what to do next
 * @param retryAfter when trying again makes sense
 */
public record Problem(String name, String title, int status, String detail, Optional<Duration> retryAfter) {

    /** The media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem that trying again will not mend. */
    public static Problem of(String name, String title, int status, String detail) {
        return new Problem(name, title, status, detail, Optional.empty());
    }

    /** The same problem with the advice to try again after that time. */
    public Problem retryAfter(Duration wait) {
        return new Problem(name, title, status, detail, Optional.of(wait));
    }

    /** The JSON body. */
    public Buffer body() {
        return new JsonObject()
                .put("type", "urn:urbanops:problem:" + name)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toBuffer();
    }

    /** Whole seconds of the advice, rounded up, at least 1, as the Retry-After header wants them. */
    public Optional<String> retryAfterSeconds() {
        return retryAfter.map(
                wait -> Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /** Ends the response with this problem, unless it has begun already. */
    public void send(HttpServerResponse response) {
        if (response.headWritten() || response.ended() || response.closed()) {
            return;
        }
        retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", seconds));
        response.setStatusCode(status)
                .putHeader("Content-Type", MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(body());
    }
}
