package city.urbanops.gateway.identity;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds out whose request it is. */
@ApplicationScoped
public class Identification {

    private final VerifiedTokens tokens;
    private final BrowserSession session;

    Identification(VerifiedTokens tokens, BrowserSession session) {
        this.tokens = tokens;
        this.session = session;
    }

    /**
     * The account behind the request's token, or behind its browser session; then the session's token becomes the request's, for the services
     * know only tokens. Empty if there is no valid one, or none that can be checked now. Never fails, and completes on the request's own
     * context: at once for a token seen before, else the request is paused and is to be resumed by whoever handles it.
     */
    public Future<Optional<Account>> of(RoutingContext context) {
        var request = context.request();
        var token = Bearer.of(request);
        if (token != null) {
            return ofToken(context, token);
        }
        if (!BrowserSession.isUsable(request)) {
            return Future.succeededFuture(Optional.empty());
        }
        request.pause();
        return onContext(context, session.token(context).subscribeAsCompletionStage())
                .compose(found -> found.map(held -> ofSession(context, held))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Optional<Account>> ofSession(RoutingContext context, String token) {
        context.request().headers().set("Authorization", "Bearer " + token);
        return ofToken(context, token);
    }

    private Future<Optional<Account>> ofToken(RoutingContext context, String token) {
        var account = tokens.verify(token);
        if (account.isDone()) {
            return Future.succeededFuture(account.join());
        }
        context.request().pause();
        return onContext(context, account);
    }

    private static <T> Future<T> onContext(RoutingContext context, CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, context.vertx().getOrCreateContext());
    }
}
