package city.urbanops.gateway.proxy;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.routing.Route;
import city.urbanops.gateway.routing.RouteTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Streams a request to the service of its route and the answer back. */
@ApplicationScoped
public class ServiceProxy {

    private final Map<Route, HttpProxy> proxies;

    ServiceProxy(RouteTable routes, Backends backends, GatewayConfig config, MeterRegistry meters) {
        this.proxies = routes.routes().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        route -> proxy(
                                backends.of(route),
                                new PassOn(
                                        route,
                                        route.maxBodyBytes()
                                                .orElse(config.proxy().maxBodyBytes()),
                                        new RouteTimes(route, meters)))));
    }

    /** Passes the request on; the answer, be it a problem of the gateway's own, always comes. */
    public void passOn(Route route, HttpServerRequest request) {
        Objects.requireNonNull(proxies.get(route), "a route of the table").handle(request);
    }

    private static HttpProxy proxy(Backend backend, PassOn passOn) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), backend.client())
                .origin(context -> backend.request())
                .addInterceptor(passOn);
    }
}
