package city.urbanops.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.identity.Account;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final SocketAddress HERE = SocketAddress.inetSocketAddress(1, "192.0.2.1");
    private static final SocketAddress THERE = SocketAddress.inetSocketAddress(1, "192.0.2.2");

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(new Few(), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void lets_a_burst_through_and_then_says_how_long_to_wait() {
        use(3, account("agent", "urbanops-cli"), HERE);

        assertThat(limits.count(account("agent", "urbanops-cli"), HERE)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void refills_with_time() {
        // Given
        use(4, account("agent", "urbanops-cli"), HERE);

        // When
        nanos.addAndGet(Duration.ofMillis(500).toNanos());

        // Then
        assertThat(limits.count(account("agent", "urbanops-cli"), HERE)).isZero();
    }

    @Test
    void counts_each_account_and_client_by_itself_wherever_they_are() {
        use(4, account("agent", "urbanops-cli"), HERE);

        assertThat(limits.count(account("agent", "urbanops-cli"), THERE)).isPositive();
        assertThat(limits.count(account("agent", "urbanops-gateway"), HERE)).isZero();
        assertThat(limits.count(account("water", "urbanops-cli"), HERE)).isZero();
        assertThat(limits.count(Optional.empty(), HERE)).isZero();
    }

    @Test
    void is_stricter_with_an_address_that_is_not_signed_in() {
        use(1, Optional.empty(), HERE);

        assertThat(limits.count(Optional.empty(), HERE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.count(Optional.empty(), THERE)).isZero();
    }

    @Test
    void does_not_count_an_exempt_client() {
        use(100, account("urbanops-driver", "urbanops-driver"), HERE);

        assertThat(limits.count(account("urbanops-driver", "urbanops-driver"), HERE))
                .isZero();
    }

    @Test
    void does_not_take_the_name_of_an_exempt_client_for_the_client() {
        use(3, account("urbanops-driver", "urbanops-cli"), HERE);

        assertThat(limits.count(account("urbanops-driver", "urbanops-cli"), HERE))
                .isPositive();
    }

    @Test
    void counts_one_subscriber_with_many_addresses_of_the_sixth_version_once() {
        assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff:0:0:1"))
                .isNotEqualTo(ClientNetwork.of("2001:db8:1:3:3:4:5:6"));
        assertThat(ClientNetwork.of("fe80:0:0:0:1:2:3:4%eth0")).isEqualTo(ClientNetwork.of("fe80:0:0:0:9:2:3:4"));
    }

    private void use(int times, Optional<Account> account, SocketAddress from) {
        IntStream.range(0, times).forEach(i -> limits.count(account, from));
    }

    private static Optional<Account> account(String name, String client) {
        return Optional.of(new Account(name, client, Set.of(), Optional.empty(), Optional.empty(), Instant.MAX));
    }

    private record Size(long perSecond, long burst) implements GatewayConfig.Limits.Bucket {}

    private static final class Few implements GatewayConfig.Limits {

        @Override
        public Bucket account() {
            return new Size(2, 3);
        }

        @Override
        public Bucket anonymous() {
            return new Size(1, 1);
        }

        @Override
        public Set<String> exemptClients() {
            return Set.of("urbanops-driver");
        }
    }
}
