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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Verifies bearer tokens, each once: signature, issuer, audience and time are checked by quarkus-oidc, and the outcome is remembered by the
 * token's hash, because checking a signature on every request would cost more than passing the request on.
 */
@ApplicationScoped
public class VerifiedTokens {

    private static final Logger LOG = Logger.getLogger(VerifiedTokens.class);
    private static final int MOST_REMEMBERED = 20_000;
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final TenantIdentityProvider provider;
    private final AsyncCache<TokenDigest, Optional<Account>> verified;

    VerifiedTokens(TenantIdentityProvider provider) {
        this.provider = provider;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfter(new TokenLifetime(Clock.systemUTC()))
                .executor(Runnable::run)
                .buildAsync();
    }

    /**
     * The holder of the token; empty if it is not valid, or if that cannot be told because the identity provider is away. Never fails, and is
     * complete at once for a token seen before.
     */
    public CompletableFuture<Optional<Account>> verify(String token) {
        return verified.get(TokenDigest.of(token), (digest, executor) -> check(token));
    }

    private CompletableFuture<Optional<Account>> check(String token) {
        return provider.authenticate(new AccessTokenCredential(token))
                .map(identity -> Optional.of(account(identity)))
                .onFailure()
                .recoverWithItem(VerifiedTokens::refused)
                .subscribeAsCompletionStage();
    }

    /** What was wrong stays out of the log: it quotes the token. */
    private static Optional<Account> refused(Throwable failure) {
        LOG.debugf("a token was refused: %s", failure.getClass().getSimpleName());
        return Optional.empty();
    }

    private static Account account(SecurityIdentity identity) {
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
