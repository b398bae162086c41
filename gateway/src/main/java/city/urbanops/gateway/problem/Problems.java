package city.urbanops.gateway.problem;

import java.time.Duration;

/** The problems the gateway can have, each once. */
public final class Problems {

    public static final Problem NO_SUCH_PATH =
            Problem.of("not-found", "Not found", 404, "No service answers at this path.");

    public static final Problem BAD_PATH = Problem.of(
            "bad-path",
            "The path is not plain",
            400,
            "Dot segments, double slashes, semicolons and encoded separators are refused.");

    public static final Problem BAD_REQUEST =
            Problem.of("bad-request", "The request is not valid", 400, "The request's framing headers are not valid.");

    public static final Problem NO_UPGRADE = Problem.of(
            "no-upgrade",
            "Upgrade refused",
            400,
            "Websockets are not offered; live updates come from GET /api/v1/events/stream.");

    public static final Problem METHOD_REFUSED =
            Problem.of("method-not-allowed", "Method not allowed", 405, "TRACE and CONNECT are not offered.");

    public static final Problem TOO_LARGE =
            Problem.of("too-large", "The body is too large", 413, "A request body may have at most 2 MB.");

    public static final Problem TOO_MANY = Problem.of(
            "too-many-requests", "Too many requests", 429, "The request was not done. Wait as Retry-After says.");

    public static final Problem TOO_MANY_STREAMS = Problem.of(
                    "too-many-streams", "Too many streams", 503, "The gateway holds as many streams as it may.")
            .retryAfter(Duration.ofSeconds(30));

    public static final Problem TOO_MANY_OWN_STREAMS = Problem.of(
                    "too-many-streams", "Too many streams", 429, "The account holds as many streams as it may.")
            .retryAfter(Duration.ofSeconds(30));

    public static final Problem NOT_SIGNED_IN =
            Problem.of("unauthorized", "Not signed in", 401, "A valid bearer token is needed.");

    public static final Problem SERVICE_FAILED = Problem.of(
                    "service-failed",
                    "The service broke off",
                    502,
                    "The connection broke before the answer was complete; the request may have been done. Repeat it with the same Idempotency-Key.")
            .retryAfter(Duration.ofSeconds(2));

    public static final Problem SERVICE_AWAY = Problem.of(
                    "service-away", "The service is not available", 503, "The request was not done. Try again.")
            .retryAfter(Duration.ofSeconds(5));

    public static final Problem SERVICE_SLOW = Problem.of(
                    "service-slow",
                    "The service did not answer in time",
                    504,
                    "The request may have been done. Repeat it with the same Idempotency-Key.")
            .retryAfter(Duration.ofSeconds(5));

    private Problems() {}
}
