package city.urbanops.gateway.health;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;

/** Asks one service whether it is ready; an answer is good for a moment, so that many callers cost one request. */
class ServiceProbe {

    private static final Duration GOOD_FOR = Duration.ofMillis(900);
    private static final long PATIENCE_MILLIS = 2_000;

    private final HttpClient client;
    private final RequestOptions ready;
    private final Uni<ServiceState> state;

    ServiceProbe(HttpClient client, URI address) {
        this.client = client;
        this.ready = new RequestOptions()
                .setAbsoluteURI(address.resolve("/q/health/ready").toString())
                .setMethod(HttpMethod.GET)
                .setTimeout(PATIENCE_MILLIS);
        this.state = Uni.createFrom()
                .completionStage(() -> ask().toCompletionStage())
                .memoize()
                .forFixedDuration(GOOD_FOR);
    }

    /** What the service says of itself now or said less than a second ago; never fails. */
    Uni<ServiceState> state() {
        return state;
    }

    private Future<ServiceState> ask() {
        return client.request(new RequestOptions(ready))
                .compose(request -> request.send().compose(this::read))
                .recover(failure -> Future.succeededFuture(ServiceState.unreachable()));
    }

    private Future<ServiceState> read(HttpClientResponse response) {
        if (response.statusCode() == 200) {
            return response.body().map(body -> ServiceState.up());
        }
        return response.body().map(body -> ServiceState.down(waiting(body)));
    }

    /** The names of the checks that are not yet up, for the person who wonders. */
    private static String waiting(Buffer body) {
        try {
            return body.toJsonObject().getJsonArray("checks").stream()
                    .map(JsonObject.class::cast)
                    .filter(check -> !"UP".equals(check.getString("status")))
                    .map(check -> check.getString("name"))
                    .collect(Collectors.joining(", "));
        } catch (DecodeException | ClassCastException | NullPointerException notAHealthAnswer) {
            return "unknown";
        }
    }
}
