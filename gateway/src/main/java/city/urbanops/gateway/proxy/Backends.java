package city.urbanops.gateway.proxy;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.Service;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One pool of connections for each service, so that a slow service cannot use up the others' connections. */
@ApplicationScoped
class Backends {

    private final Map<Service, Backend> backends;

    Backends(Vertx vertx, GatewayConfig config) {
        this.backends = Arrays.stream(Service.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), service -> Backend.at(service.address(config), vertx, config.proxy())));
    }

    /** The service's own pool. */
    Backend of(Service service) {
        return Objects.requireNonNull(backends.get(service));
    }
}
