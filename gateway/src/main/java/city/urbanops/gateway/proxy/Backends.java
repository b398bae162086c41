package city.urbanops.gateway.proxy;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.Service;
import city.urbanops.gateway.routing.Route;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One pool of connections for each service, so that a slow service cannot use up the others' connections; and one for each route that
 * may be slow.
 */
@ApplicationScoped
class Backends {

    private final Map<Service, Backend> backends;

    private final Vertx vertx;
    private final GatewayConfig config;

    Backends(Vertx vertx, GatewayConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.backends = Arrays.stream(Service.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        service -> Backend.at(
                                service.address(config),
                                vertx,
                                config.proxy(),
                                config.proxy().answerTimeout())));
    }

    /** The pool of the route's service; a new one for a route with a time of its own. */
    Backend of(Route route) {
        var service = route.service();
        return route.answerTimeout()
                .map(timeout -> Backend.at(service.address(config), vertx, config.proxy(), timeout))
                .orElseGet(() -> Objects.requireNonNull(backends.get(service)));
    }
}
