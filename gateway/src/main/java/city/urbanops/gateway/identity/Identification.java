package city.urbanops.gateway.identity;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds out whose request it is. */
@ApplicationScoped
public class Identification {

    private final VerifiedTokens tokens;

    Identification(VerifiedTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The account behind the request's token; empty if there is no valid token, or none that can be checked now. Never fails, and completes on
     * the request's own context: at once for a token seen before, else the request is paused and is to be resumed by whoever handles it.
     */
    public Future<Optional<Account>> of(RoutingContext context) {
        var token = Bearer.of(context.request());
        if (token == null) {
            return Future.succeededFuture(Optional.empty());
        }
        var account = tokens.verify(token);
        if (account.isDone() && !account.isCompletedExceptionally()) {
            return Future.succeededFuture(Optional.of(account.join()));
        }
        context.request().pause();
        return whenVerified(context, account);
    }

    private static Future<Optional<Account>> whenVerified(RoutingContext context, CompletableFuture<Account> account) {
        return Future.fromCompletionStage(account, context.vertx().getOrCreateContext())
                .map(Optional::of)
                .otherwise(failure -> Optional.empty());
    }
}
