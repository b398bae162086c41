package city.urbanops.gateway.openapi;

import city.urbanops.gateway.Service;
import city.urbanops.gateway.routing.Route;
import city.urbanops.gateway.routing.RouteTable;
import java.util.Optional;

/** Under which path of the gateway a path of a service is reached: the route table read backwards. */
class PublicPaths {

    private final RouteTable routes;

    PublicPaths(RouteTable routes) {
        this.routes = routes;
    }

    /** The public path; empty if no route leads there, and then it is not public. */
    Optional<String> of(Service service, String path) {
        return routes.routes().stream()
                .filter(route -> route.service() == service)
                .filter(route -> isBelow(route.target(), path))
                .map(route -> route.path() + path.substring(route.target().length()))
                .filter(candidate -> leadsBack(candidate, service))
                .findFirst();
    }

    private static boolean isBelow(String parent, String path) {
        return path.equals(parent) || path.startsWith(parent + "/");
    }

    private boolean leadsBack(String candidate, Service service) {
        Route found = routes.find(candidate);
        return found != null && found.service() == service;
    }
}
