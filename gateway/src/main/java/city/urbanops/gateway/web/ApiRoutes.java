package city.urbanops.gateway.web;

import city.urbanops.gateway.problem.Problems;
import city.urbanops.gateway.proxy.ServiceProxy;
import city.urbanops.gateway.routing.RouteTable;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Everything under {@code /api}: to the service of the longest route, or 404. */
@ApplicationScoped
class ApiRoutes {

    /** After the gateway's own paths below {@code /api}. */
    private static final int LAST = 10_000;

    private final RouteTable routes;
    private final ServiceProxy proxy;

    ApiRoutes(RouteTable routes, ServiceProxy proxy) {
        this.routes = routes;
        this.proxy = proxy;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(LAST).handler(this::passOn);
    }

    private void passOn(RoutingContext context) {
        var route = routes.find(context.request().path());
        if (route == null) {
            Problems.NO_SUCH_PATH.send(context.response());
            return;
        }
        proxy.passOn(route, context.request());
    }
}
