package city.urbanops.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Stands at the other end of the wire: five HTTP servers that say what they received, and a sixth that stops and starts them. What a service is
 * asked to do wrong, the last segment of the path says: {@code silent}, {@code late}, {@code hang-up}, {@code break-off}.
 */
public class EchoServices implements QuarkusTestResourceLifecycleManager {

    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, HttpServer> running = new ConcurrentHashMap<>();
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        var configuration = new HashMap<String, String>();
        for (var service : Service.values()) {
            listen(service.code(), 0);
            configuration.put(
                    "urbanops.gateway." + service.code() + "-url",
                    "http://" + LOOPBACK + ":" + ports.get(service.code()));
        }
        configuration.put("echo.control", "http://" + LOOPBACK + ":" + control());
        configuration.put("urbanops.gateway.proxy.answer-timeout", "1S");
        return configuration;
    }

    @Override
    public void stop() {
        vertx.close();
    }

    /** {@code POST /<service>/stop} breaks all its connections and closes its port; {@code …/start} opens the same port again. */
    private int control() {
        return done(vertx.createHttpServer()
                        .requestHandler(request -> vertx.<Void>executeBlocking(() -> {
                                    command(request.path().split("/"));
                                    return null;
                                })
                                .onSuccess(nothing -> request.response().end())
                                .onFailure(failure ->
                                        request.response().setStatusCode(500).end(failure.toString())))
                        .listen(0, LOOPBACK))
                .actualPort();
    }

    private void command(String[] path) {
        if ("stop".equals(path[2])) {
            done(running.remove(path[1]).close());
            return;
        }
        listen(path[1], ports.get(path[1]));
    }

    private void listen(String service, int port) {
        var server = done(vertx.createHttpServer()
                .requestHandler(request -> answer(service, request))
                .listen(port, LOOPBACK));
        running.put(service, server);
        ports.put(service, server.actualPort());
    }

    private void answer(String service, HttpServerRequest request) {
        if (request.path().endsWith("/silent")) {
            return;
        }
        if (request.path().endsWith("/late")) {
            request.body().onSuccess(body -> vertx.setTimer(1_600, timer -> echo(service, request, body)));
            return;
        }
        if (request.path().endsWith("/hang-up")) {
            request.connection().close();
            return;
        }
        if (request.path().endsWith("/break-off")) {
            request.response()
                    .putHeader("Content-Length", "1000000")
                    .write(Buffer.buffer("only a part"))
                    .onComplete(written -> request.connection().close());
            return;
        }
        if (request.path().endsWith("/no-content")) {
            request.response().setStatusCode(204).end();
            return;
        }
        request.body().onSuccess(body -> echo(service, request, body));
    }

    private static void echo(String service, HttpServerRequest request, Buffer body) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Server", "echo")
                .putHeader("Set-Cookie", "a=b")
                .end(new JsonObject()
                        .put("service", service)
                        .put("method", request.method().name())
                        .put("target", request.uri())
                        .put("headers", headers)
                        .put("bytes", body.length())
                        .put("connection", request.connection().remoteAddress().toString())
                        .put("checks", new JsonArray())
                        .put("paths", new JsonObject().put("/api/v1/" + service + "/x", new JsonObject()))
                        .toBuffer());
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
