package city.urbanops.gateway.web;

import city.urbanops.gateway.identity.Identification;
import city.urbanops.gateway.limits.RateLimits;
import city.urbanops.gateway.problem.Problems;
import city.urbanops.gateway.proxy.ServiceProxy;
import city.urbanops.gateway.routing.RouteTable;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Everything under {@code /api}: counted, then to the service of the longest route, or 404. */
@ApplicationScoped
class ApiRoutes {

    /** After the gateway's own paths below {@code /api}. */
    private static final int LAST = 10_000;

    private final RouteTable routes;
    private final ServiceProxy proxy;
    private final Identification identification;
    private final RateLimits limits;

    ApiRoutes(RouteTable routes, ServiceProxy proxy, Identification identification, RateLimits limits) {
        this.routes = routes;
        this.proxy = proxy;
        this.identification = identification;
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(LAST).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        identification.of(context).onSuccess(account -> {
            var wait = limits.count(account, context.request().remoteAddress());
            if (wait.isZero()) {
                passOn(context);
                return;
            }
            refuse(context, wait);
        });
    }

    /** Without a verified token the request still goes on: the service says what is wrong with it. */
    private void passOn(RoutingContext context) {
        var route = routes.find(context.request().path());
        if (route == null) {
            context.request().resume();
            Problems.NO_SUCH_PATH.send(context.response());
            return;
        }
        proxy.passOn(route, context.request());
    }

    private static void refuse(RoutingContext context, Duration wait) {
        context.request().resume();
        Problems.TOO_MANY.retryAfter(wait).send(context.response());
    }
}
