package city.urbanops.gateway.stream;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.identity.Account;
import city.urbanops.gateway.identity.Identification;
import city.urbanops.gateway.limits.RateLimits;
import city.urbanops.gateway.problem.Problems;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** {@code GET /api/v1/events/stream}: for every signed-in account, as long as its token is valid. */
@ApplicationScoped
class StreamRoute {

    static final String PATH = "/api/v1/events/stream";

    private final Identification identification;
    private final RateLimits limits;
    private final Listeners listeners;
    private final int maxBytesBehind;
    private final Clock clock = Clock.systemUTC();

    StreamRoute(Identification identification, RateLimits limits, Listeners listeners, GatewayConfig config) {
        this.identification = identification;
        this.limits = limits;
        this.listeners = listeners;
        this.maxBytesBehind = config.stream().maxBytesBehind();
    }

    void register(@Observes Router router) {
        router.get(PATH).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        identification.of(context).onSuccess(account -> {
            context.request().resume();
            open(context, account);
        });
    }

    private void open(RoutingContext context, Optional<Account> account) {
        var wait = limits.count(account, context.request().remoteAddress());
        if (!wait.isZero()) {
            Problems.TOO_MANY.retryAfter(wait).send(context.response());
            return;
        }
        account.ifPresentOrElse(known -> listen(context, known), () -> {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            Problems.NOT_SIGNED_IN.send(context.response());
        });
    }

    private void listen(RoutingContext context, Account account) {
        var own = context.vertx().getOrCreateContext();
        var listener = new Listener(account, own, context.request(), maxBytesBehind);
        var refused = listeners.add(listener);
        if (refused.isPresent()) {
            refused.get().send(context.response());
            return;
        }
        var left = Math.max(
                1, Duration.between(clock.instant(), account.expiresAt()).toMillis());
        var expiry = context.vertx().setTimer(left, timer -> listener.close("the token has expired"));
        context.response().endHandler(end -> forget(context, listener, expiry));
        context.response().closeHandler(closed -> forget(context, listener, expiry));
        context.response().exceptionHandler(failure -> forget(context, listener, expiry));
        listener.open();
    }

    private void forget(RoutingContext context, Listener listener, long expiry) {
        context.vertx().cancelTimer(expiry);
        listeners.remove(listener);
    }
}
