package city.urbanops.bench.client;

import city.urbanops.bench.platform.PlatformTrouble;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token of client {@code urbanops-driver}, fetched by client credentials and renewed before it expires. Lives on
 * the event loop; requests that arrive while it is fetched share one fetch.
 */
final class AccessToken {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Renewed when this share of its life is over. */
    private static final double USED_UP = 0.7;

    private final HttpClient http;
    private final RequestOptions request;
    private final String form;
    private @Nullable String token;
    private long renewAt;
    private @Nullable Future<String> fetch;

    AccessToken(HttpClient http, URI endpoint, String client, String secret) {
        this.http = http;
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(endpoint.getHost())
                .setPort(endpoint.getPort())
                .setURI(endpoint.getRawPath())
                .setTimeout(LIMIT.toMillis())
                .putHeader("Content-Type", "application/x-www-form-urlencoded");
        this.form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
    }

    /** A token that is still good; the future fails while the issuer is away. */
    Future<String> get() {
        if (token != null && System.nanoTime() - renewAt < 0) {
            return Future.succeededFuture(token);
        }
        if (fetch == null) {
            fetch = fetched().onComplete(done -> fetch = null);
        }
        return fetch;
    }

    /** Somebody refused the token: the next {@link #get} fetches another. */
    void refused(String refusedToken) {
        if (refusedToken.equals(token)) {
            token = null;
        }
    }

    private Future<String> fetched() {
        return http.request(request)
                .compose(ask -> ask.send(form))
                .compose(HttpClientResponse::body)
                .compose(this::keep);
    }

    private Future<String> keep(Buffer body) {
        JsonObject answer;
        try {
            answer = body.toJsonObject();
        } catch (RuntimeException notJson) {
            return Future.failedFuture(new PlatformTrouble("Keycloak answered something that is no token.", notJson));
        }
        String fresh = answer.getString("access_token");
        if (fresh == null) {
            return Future.failedFuture(new PlatformTrouble("Keycloak gave client urbanops-driver no token: "
                    + answer.getString("error", "no reason given") + "."));
        }
        long life = TimeUnit.SECONDS.toNanos(answer.getInteger("expires_in", 60));
        renewAt = System.nanoTime() + (long) (life * USED_UP);
        token = fresh;
        return Future.succeededFuture(fresh);
    }
}
