package city.urbanops.gateway.web;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.problem.Problem;
import city.urbanops.gateway.problem.Problems;
import city.urbanops.gateway.routing.PathRules;
import city.urbanops.gateway.routing.RouteTable;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses, before anything else looks at it, what no path of the gateway accepts. */
@ApplicationScoped
class FrontDoor {

    /** Before sign-in (200) and everything else. */
    private static final int FIRST = 1000;

    /** How long the rest of a refused body may still come, so that the client gets to read the answer before the connection closes. */
    private static final long LINGER_MILLIS = 1_000;

    private final RouteTable routes;
    private final long maxBodyBytes;

    FrontDoor(RouteTable routes, GatewayConfig config) {
        this.routes = routes;
        this.maxBodyBytes = config.proxy().maxBodyBytes();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var problem = problem(request);
        if (problem == null) {
            context.next();
            return;
        }
        // what is refused here may be framed wrongly: nothing more is read from its connection as a request
        problem.send(context.response().putHeader("Connection", "close"));
        request.resume();
        context.vertx().setTimer(LINGER_MILLIS, timer -> request.connection().close());
    }

    private @Nullable Problem problem(HttpServerRequest request) {
        var path = request.path();
        if (path == null || !PathRules.isPlain(path)) {
            return Problems.BAD_PATH;
        }
        if (HttpMethod.TRACE.equals(request.method()) || HttpMethod.CONNECT.equals(request.method())) {
            return Problems.METHOD_REFUSED;
        }
        if (isWebsocket(request)) {
            return Problems.NO_UPGRADE;
        }
        return bodyProblem(request, path);
    }

    private @Nullable Problem bodyProblem(HttpServerRequest request, String path) {
        var encodings = request.headers().getAll("Transfer-Encoding");
        if (!encodings.isEmpty() && !(encodings.size() == 1 && "chunked".equalsIgnoreCase(encodings.get(0)))) {
            return Problems.BAD_REQUEST;
        }
        var length = request.getHeader("Content-Length");
        if (length == null) {
            return null;
        }
        try {
            return Long.parseLong(length) > maxBodyBytes(path) ? Problems.TOO_LARGE : null;
        } catch (NumberFormatException notANumber) {
            return Problems.BAD_REQUEST;
        }
    }

    private long maxBodyBytes(String path) {
        var route = routes.find(path);
        return route == null ? maxBodyBytes : route.maxBodyBytes().orElse(maxBodyBytes);
    }

    /** Only websockets: clients that merely offer HTTP/2 ({@code Upgrade: h2c}) are answered in HTTP/1.1, as RFC 9110 §7.8 allows. */
    private static boolean isWebsocket(HttpServerRequest request) {
        var upgrade = request.getHeader("Upgrade");
        return upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket");
    }
}
