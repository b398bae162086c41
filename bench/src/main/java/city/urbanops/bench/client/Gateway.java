package city.urbanops.bench.client;

import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.RunningPlatform;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/**
 * The public API, called as {@code urbanops-driver}. Everything here runs on one event loop. What fails on the way is
 * repeated with the same idempotency key until the patience is over; what the platform decides is returned.
 */
public final class Gateway {

    /** Enough for the highest concurrency a bench tries; a request above it waits for a free connection. */
    private static final int CONNECTIONS = 64;

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final HttpClient http;
    private final URI address;
    private final AccessToken token;
    private final Duration patience;
    private final CallStatistics statistics = new CallStatistics();

    /**
     * Opens nothing yet.
     *
     * @param patience how long one call is repeated while the way to the service is broken
     */
    public Gateway(Vertx vertx, RunningPlatform platform, Duration patience) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT_LIMIT.toMillis())
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(30)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.address = platform.gateway();
        this.token = new AccessToken(http, platform.tokenEndpoint(), "urbanops-driver", "demo");
        this.patience = patience;
    }

    /** What the calls cost; to be touched on the event loop only. */
    public CallStatistics statistics() {
        return statistics;
    }

    /**
     * Posts.
     *
     * @return the platform's decision, whichever; failed with {@link PlatformTrouble} when none came within the patience
     */
    public Future<Answer> post(Request request) {
        Promise<Answer> decision = Promise.promise();
        attempt(request, decision, System.nanoTime() + patience.toNanos(), 1);
        return decision.future();
    }

    /** Asks once for what stands below {@code /api/v1}; failed when no answer came. */
    public Future<Answer> get(String path) {
        return token.get().compose(bearer -> exchange(options(HttpMethod.GET, path, bearer), bearer, Buffer.buffer()));
    }

    private void attempt(Request request, Promise<Answer> decision, long deadline, int number) {
        token.get().compose(bearer -> send(request, bearer)).onComplete(outcome -> {
            if (outcome.succeeded() && !mustRepeat(outcome.result())) {
                decided(request, outcome.result(), decision);
                return;
            }
            if (System.nanoTime() >= deadline) {
                String last = outcome.succeeded() ? outcome.result().shown() : String.valueOf(outcome.cause());
                decision.fail(
                        new PlatformTrouble("No decision on " + request.call().label() + " after "
                                + patience.toSeconds() + " s; the last answer was: " + last));
                return;
            }
            statistics.repeated();
            long pause = Backoff.OUTAGE.millisAfter(number);
            vertx.setTimer(pause, timer -> attempt(request, decision, deadline, number + 1));
        });
    }

    private void decided(Request request, Answer answer, Promise<Answer> decision) {
        if (answer.isDone()) {
            statistics.done(request.call(), System.nanoTime() - request.since());
        } else if (answer.isNotYet()) {
            statistics.notYet(request.call());
        }
        decision.complete(answer);
    }

    /** A refused token has been given back by then, so the repetition brings another. */
    private static boolean mustRepeat(Answer answer) {
        return answer.isTransient() || answer.status() == 401;
    }

    private Future<Answer> send(Request request, String bearer) {
        var options = options(HttpMethod.POST, request.path(), bearer)
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", request.idempotencyKey());
        return exchange(options, bearer, request.body());
    }

    private RequestOptions options(HttpMethod method, String path, String bearer) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI("/api/v1" + path)
                .setTimeout(ANSWER_LIMIT.toMillis())
                .putHeader("Authorization", "Bearer " + bearer);
    }

    private Future<Answer> exchange(RequestOptions options, String bearer, Buffer body) {
        return http.request(options)
                .compose(ask -> ask.send(body))
                .compose(reply -> reply.body().map(answer -> new Answer(reply.statusCode(), answer)))
                .onSuccess(answer -> {
                    if (answer.status() == 401) {
                        token.refused(bearer);
                    }
                });
    }
}
