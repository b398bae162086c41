package city.urbanops.gateway.limits;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.identity.Account;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Counts requests: by account and client once a token is verified, by address otherwise. The buckets are this process's own: with several
 * gateways each allows the configured rate.
 */
@ApplicationScoped
public class RateLimits {

    private static final int MOST_BUCKETS = 50_000;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Set<String> exempt;
    private final LoadingCache<String, Bucket> accounts;
    private final LoadingCache<String, Bucket> addresses;

    @Inject
    RateLimits(GatewayConfig config) {
        this(config.limits(), TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(GatewayConfig.Limits limits, TimeMeter time) {
        this.exempt = limits.exemptClients();
        this.accounts = buckets(limits.account(), time);
        this.addresses = buckets(limits.anonymous(), time);
    }

    /**
     * Counts one request; zero if it may go on, else how long to wait.
     *
     * @param account the verified account, if the request has one
     * @param from where it came from
     */
    public Duration count(Optional<Account> account, SocketAddress from) {
        return account.map(this::count).orElseGet(() -> take(addresses.get(ClientNetwork.of(from.hostAddress()))));
    }

    private Duration count(Account account) {
        if (exempt.contains(account.client())) {
            return Duration.ZERO;
        }
        return take(accounts.get(account.client() + "/" + account.name()));
    }

    private static Duration take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private static LoadingCache<String, Bucket> buckets(GatewayConfig.Limits.Bucket size, TimeMeter time) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(IDLE)
                .executor(Runnable::run)
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit ->
                                limit.capacity(size.burst()).refillGreedy(size.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }
}
