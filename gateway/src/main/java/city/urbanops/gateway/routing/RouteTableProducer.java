package city.urbanops.gateway.routing;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.Service;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the route table from configuration; a mistake in it stops the start. */
class RouteTableProducer {

    @Produces
    @Singleton
    RouteTable routes(GatewayConfig config) {
        return RouteTable.of(config.routes().values().stream()
                .map(route -> new Route(
                        route.path(),
                        Service.named(route.service()),
                        route.to().orElse(route.path()),
                        route.maxBodyBytes(),
                        route.answerTimeout()))
                .toList());
    }
}
