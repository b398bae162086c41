package city.urbanops.gateway.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The token behind a browser's session cookie. */
@ApplicationScoped
public class BrowserSession {

    private static final String COOKIE = "q_session_browser";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final IdentityProviderManager identities;

    BrowserSession(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** Whether the request has a session that may be used: one that changes something must come from a page of the gateway itself. */
    static boolean isUsable(HttpServerRequest request) {
        var cookies = request.getHeader("Cookie");
        return cookies != null && cookies.contains(COOKIE) && (SAFE.contains(request.method()) || isOwnPage(request));
    }

    /** Browsers set these headers themselves, so another site cannot claim to be a page of ours. */
    private static boolean isOwnPage(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return "same-origin".equals(site);
        }
        var authority = request.authority();
        return authority != null
                && (request.isSSL() ? "https://" : "http://")
                        .concat(authority.toString())
                        .equals(request.getHeader("Origin"));
    }

    /** The session's access token, renewed if it had ended; empty if the session is not valid any more. Never fails. */
    Uni<Optional<String>> token(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, identities)
                .map(BrowserSession::accessToken)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Optional<String> accessToken(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getCredential(AccessTokenCredential.class))
                .map(AccessTokenCredential::getToken);
    }
}
