package city.urbanops.gateway.web;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.identity.Account;
import city.urbanops.gateway.identity.Identification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** What the start page needs beside its static files: the way back from sign-in, and who is signed in. */
@ApplicationScoped
class StartPage {

    private final Identification identification;
    private final GatewayConfig.SignIn signIn;

    StartPage(Identification identification, GatewayConfig config) {
        this.identification = identification;
        this.signIn = config.signIn();
    }

    void register(@Observes Router router) {
        // reached only by a signed-in browser: the permission on the path sends the others to Keycloak
        router.get("/login").handler(context -> context.response()
                .setStatusCode(303)
                .putHeader("Location", "/")
                .end());
        router.get("/session").handler(this::session);
    }

    private void session(RoutingContext context) {
        identification.of(context).onSuccess(account -> {
            context.request().resume();
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(describe(account).toBuffer());
        });
    }

    private JsonObject describe(Optional<Account> account) {
        var session =
                new JsonObject().put("signInOffered", signIn.enabled()).put("demoAccounts", signIn.demoAccounts());
        account.ifPresent(known -> session.put("account", known.name())
                .put("roles", new JsonArray(known.roles().stream().sorted().toList())));
        return session;
    }
}
