package city.urbanops.gateway.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Verifies bearer tokens, each once: signature, issuer, audience and time are checked by quarkus-oidc, and the outcome is remembered by the
 * token's hash, because checking a signature on every request would cost more than passing the request on.
 */
@ApplicationScoped
public class VerifiedTokens {

    private static final int MOST_REMEMBERED = 20_000;
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final TenantIdentityProvider provider;
    private final AsyncCache<TokenDigest, Account> verified;

    VerifiedTokens(TenantIdentityProvider provider) {
        this.provider = provider;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfter(new TokenLifetime(Clock.systemUTC()))
                .executor(Runnable::run)
                .buildAsync();
    }

    /**
     * The holder of the token. Fails if the token is not valid, and also if that cannot be told because the identity provider is away. A token
     * seen before is answered at once.
     */
    public CompletableFuture<Account> verify(String token) {
        return verified.get(TokenDigest.of(token), (digest, executor) -> check(token));
    }

    private CompletableFuture<Account> check(String token) {
        return provider.authenticate(new AccessTokenCredential(token))
                .map(VerifiedTokens::account)
                .subscribeAsCompletionStage();
    }

    /** Read from the token's claims; package-private for the session, whose identity carries the same token. */
    static Account account(SecurityIdentity identity) {
        var token = (JsonWebToken) identity.getPrincipal();
        return new Account(
                name(token),
                claim(token, "azp").orElse("unknown"),
                identity.getRoles(),
                claim(token, "department"),
                claim(token, "area"),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static String name(JsonWebToken token) {
        var name = claim(token, "preferred_username").orElseGet(token::getSubject);
        return name.startsWith(SERVICE_ACCOUNT) ? name.substring(SERVICE_ACCOUNT.length()) : name;
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        @Nullable Object value = token.getClaim(name);
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
    }
}
