package city.urbanops.gateway.openapi;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.Service;
import city.urbanops.gateway.routing.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code GET /q/openapi}: asked of the services when somebody wants it, and kept for a while. */
@ApplicationScoped
class OpenApiRoute {

    private static final long PATIENCE_MILLIS = 3_000;
    private static final Duration COMPLETE_FOR = Duration.ofMinutes(1);
    private static final Duration INCOMPLETE_FOR = Duration.ofSeconds(2);

    private final GatewayConfig config;
    private final HttpClient client;
    private final Vertx vertx;
    private final RouteTable routes;
    private volatile Kept kept = new Kept(Buffer.buffer(), 0);

    OpenApiRoute(GatewayConfig config, Vertx vertx, RouteTable routes) {
        this.config = config;
        this.vertx = vertx;
        this.routes = routes;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(1_000), new PoolOptions().setHttp1MaxSize(1));
    }

    void register(@Observes Router router) {
        router.get("/q/openapi").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        var present = kept;
        if (System.nanoTime() < present.untilNanos()) {
            send(context, present.document());
            return;
        }
        ask().onSuccess(fresh -> {
                    kept = fresh;
                    send(context, fresh.document());
                })
                .onFailure(context::fail);
    }

    private static void send(RoutingContext context, Buffer document) {
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-cache")
                .end(document);
    }

    private Future<Kept> ask() {
        var own = vertx.fileSystem().readFile("openapi/gateway.json").map(Buffer::toJsonObject);
        var services = List.of(Service.values());
        var asked = services.stream().map(this::document).toList();
        return own.compose(base -> Future.join(asked)
                .map(all -> asked.stream().map(Future::result).toList())
                .map(found -> keep(base, found)));
    }

    private Kept keep(JsonObject own, List<Optional<ServiceDocument>> found) {
        var documents = found.stream().flatMap(Optional::stream).toList();
        var missing = Arrays.stream(Service.values())
                .filter(service -> documents.stream().noneMatch(document -> document.service() == service))
                .map(Service::code)
                .toList();
        var goodFor = missing.isEmpty() ? COMPLETE_FOR : INCOMPLETE_FOR;
        var merged = new MergedDocument(routes, own).of(documents, missing);
        return new Kept(Buffer.buffer(merged.encodePrettily()), System.nanoTime() + goodFor.toNanos());
    }

    /** The service's document; empty if it cannot be had now. */
    private Future<Optional<ServiceDocument>> document(Service service) {
        return client.request(options(service.address(config)))
                .compose(request ->
                        request.putHeader("Accept", "application/json").send())
                .compose(response -> response.body())
                .map(body -> Optional.of(new ServiceDocument(service, body.toJsonObject())))
                .otherwise(failure -> Optional.empty());
    }

    private static RequestOptions options(URI address) {
        return new RequestOptions()
                .setAbsoluteURI(address.resolve("/q/openapi?format=json").toString())
                .setMethod(HttpMethod.GET)
                .setTimeout(PATIENCE_MILLIS);
    }

    /** A document and until when it may be given out, on the scale of {@link System#nanoTime}. */
    private record Kept(Buffer document, long untilNanos) {}
}
