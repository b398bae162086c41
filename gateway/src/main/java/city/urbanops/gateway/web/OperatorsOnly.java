package city.urbanops.gateway.web;

import city.urbanops.gateway.problem.Problems;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The gateway is the only door, so its own metrics are shown to the machine it runs on and to nobody who comes through a proxy. */
@ApplicationScoped
class OperatorsOnly {

    void register(@Observes Router router) {
        router.route("/q/metrics*").order(-1).handler(OperatorsOnly::check);
    }

    private static void check(RoutingContext context) {
        var forwarded = context.request().headers().contains("X-Forwarded-For")
                || context.request().headers().contains("Forwarded");
        if (!forwarded
                && isLoopback(context.request().connection().remoteAddress().hostAddress())) {
            context.next();
            return;
        }
        Problems.NO_SUCH_PATH.send(context.response());
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || "0:0:0:0:0:0:0:1".equals(address) || "::1".equals(address);
    }
}
