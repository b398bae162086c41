package city.urbanops.dispatch.city.application;

import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Seeds and loads the city after the start, without holding the start up; tries again until the database lets it. */
@Singleton
public class StartWithCity {

    private static final Logger LOG = Logger.getLogger(StartWithCity.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OwnContext contexts;
    private final Transactions transactions;
    private final SeedCity seed;
    private final CurrentCity current;

    StartWithCity(OwnContext contexts, Transactions transactions, SeedCity seed, CurrentCity current) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.seed = seed;
        this.current = current;
    }

    @Startup
    void load() {
        contexts.run(() -> transactions.write(seed::seedAndLoad))
                .onFailure()
                .invoke(trouble -> LOG.warnf("the city cannot be loaded yet: %s", trouble.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(city -> {
                    current.set(city);
                    LOG.infof(
                            "city loaded: %d units (%s), %d rules (%s)",
                            city.units().all().size(),
                            city.units().version(),
                            city.matrix().rules().size(),
                            city.matrix().version());
                });
    }
}
