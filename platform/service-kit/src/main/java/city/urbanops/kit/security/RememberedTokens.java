package city.urbanops.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies a bearer token by quarkus-oidc (signature, issuer, audience, time) and remembers the outcome for a minute: an account sends
 * the same token hundreds of times, and each verification took a seventh of a command's time. Only good tokens are remembered, and
 * none beyond its end. A session of Keycloak that ends leaves its tokens valid until their own end, as it does without this.
 */
@Singleton
public class RememberedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final TenantIdentityProvider verifier;
    private final LongSupplier epochSeconds;
    private final Cache<String, SecurityIdentity> good = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    // The machine's clock, as in quarkus-oidc: a test's offset moves the city's time, not the identity provider's.
    @Inject
    RememberedTokens(TenantIdentityProvider verifier) {
        this(verifier, () -> System.currentTimeMillis() / 1000);
    }

    RememberedTokens(TenantIdentityProvider verifier, LongSupplier epochSeconds) {
        this.verifier = verifier;
        this.epochSeconds = epochSeconds;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before quarkus-oidc's own, which would verify each time. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = request.getToken().getToken();
        var known = good.getIfPresent(token);
        if (known != null && endOf(known) > epochSeconds.getAsLong()) {
            return Uni.createFrom().item(known);
        }
        return verifier.authenticate(new AccessTokenCredential(token)).invoke(identity -> good.put(token, identity));
    }

    private static long endOf(SecurityIdentity identity) {
        return ((JsonWebToken) identity.getPrincipal()).getExpirationTime();
    }
}
