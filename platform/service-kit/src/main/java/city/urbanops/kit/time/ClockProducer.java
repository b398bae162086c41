package city.urbanops.kit.time;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** Makes the {@link Clock} bean, in the city's zone. Instants are UTC everywhere; the zone only matters for dates. */
@ApplicationScoped
@Startup
class ClockProducer {

    private static final Set<String> MAY_MOVE_TIME = Set.of("local", "test", "dev");

    private final Clock clock;

    /** @throws IllegalStateException if an offset is set outside a test profile */
    ClockProducer(ClockConfig config) {
        if (!config.offset().isZero() && ConfigUtils.getProfiles().stream().noneMatch(MAY_MOVE_TIME::contains)) {
            throw new IllegalStateException(
                    "urbanops.clock.offset is for tests: it is refused outside the profiles " + MAY_MOVE_TIME);
        }
        clock = Clock.offset(Clock.system(config.zone()), config.offset());
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }
}
