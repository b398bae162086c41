package city.urbanops.gateway.identity;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;

/** A verified token is remembered until it ends, and for five minutes at most: then its signature is checked again. */
class TokenLifetime implements Expiry<TokenDigest, Account> {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;

    TokenLifetime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long expireAfterCreate(TokenDigest token, Account account, long now) {
        var left = Duration.between(clock.instant(), account.expiresAt());
        return Math.max(0, Math.min(left.toNanos(), LONGEST.toNanos()));
    }

    @Override
    public long expireAfterUpdate(TokenDigest token, Account account, long now, long left) {
        return expireAfterCreate(token, account, now);
    }

    @Override
    public long expireAfterRead(TokenDigest token, Account account, long now, long left) {
        return left;
    }
}
