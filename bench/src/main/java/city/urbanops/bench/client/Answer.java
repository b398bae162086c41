package city.urbanops.bench.client;

import io.vertx.core.buffer.Buffer;

/**
 * What the platform answered to one attempt.
 *
 * @param status HTTP status
 * @param body JSON, or a problem document
 */
public record Answer(int status, Buffer body) {

    private static final int SHOWN = 300;

    /** Done: 200 or 201. */
    public boolean isDone() {
        return status / 100 == 2;
    }

    /** The service has not yet consumed the event this call builds on, or somebody else has done the step: 404 or 409. */
    public boolean isNotYet() {
        return status == 404 || status == 409;
    }

    /** Says nothing about the request: the way to the service, or the service, is away or overloaded. */
    public boolean isTransient() {
        return status == 429 || status >= 500;
    }

    /** Status and the beginning of the body, for a message to a person. */
    public String shown() {
        String text = body.toString();
        return status + " " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }
}
