package city.urbanops.gateway.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a browser may do with the gateway's answers: pages run only what comes from here, and nobody may frame them. */
@ApplicationScoped
class SecurityHeaders {

    /** Just after {@link FrontDoor}, so that answers of sign-in have them too. */
    private static final int EARLY = 900;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, EARLY);
    }

    private static void add(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        if (!context.request().path().startsWith("/api/")) {
            headers.set("Content-Security-Policy", POLICY)
                    .set("Referrer-Policy", "no-referrer")
                    .set("X-Frame-Options", "DENY")
                    .set("Cross-Origin-Opener-Policy", "same-origin")
                    .set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        }
        if (isPage(context.request().path())) {
            // after the static handler has set its own: a new release must be seen at once
            context.addHeadersEndHandler(end -> headers.set("Cache-Control", "no-cache"));
        }
        context.next();
    }

    private static boolean isPage(String path) {
        return path.equals("/") || path.equals("/index.html") || path.startsWith("/start/");
    }
}
