package city.urbanops.gateway.identity;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * A verified token is remembered until it ends, and for five minutes at most: then its signature is checked again. A refused one is remembered
 * for a second: it may be good as soon as the identity provider is back, and a flood of it costs one check a second.
 */
class TokenLifetime implements Expiry<TokenDigest, Optional<Account>> {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration REFUSED = Duration.ofSeconds(1);

    private final Clock clock;

    TokenLifetime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long expireAfterCreate(TokenDigest token, Optional<Account> account, long now) {
        return account.map(known -> Duration.between(clock.instant(), known.expiresAt()))
                .map(left -> Math.max(0, Math.min(left.toNanos(), LONGEST.toNanos())))
                .orElse(REFUSED.toNanos());
    }

    @Override
    public long expireAfterUpdate(TokenDigest token, Optional<Account> account, long now, long left) {
        return expireAfterCreate(token, account, now);
    }

    @Override
    public long expireAfterRead(TokenDigest token, Optional<Account> account, long now, long left) {
        return left;
    }
}
