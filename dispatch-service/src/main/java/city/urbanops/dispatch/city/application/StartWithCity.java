package city.urbanops.dispatch.city.application;

import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
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
    private final CityVersions versions;
    private final SeedCity seed;
    private final ReloadCity reload;

    StartWithCity(
            OwnContext contexts, Transactions transactions, CityVersions versions, SeedCity seed, ReloadCity reload) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.versions = versions;
        this.seed = seed;
        this.reload = reload;
    }

    /** Brings the tables to the shipped versions and takes the city from them, in one transaction. */
    public Uni<City> seedAndLoad() {
        return contexts.run(() -> transactions.read(versions::inForce))
                .chain(seed::shipment)
                .chain(shipment ->
                        contexts.run(() -> transactions.write(session -> seed.seedAndLoad(session, shipment))))
                .chain(reload::take);
    }

    @Startup
    void load() {
        seedAndLoad()
                .onFailure()
                .invoke(trouble -> LOG.warnf("the city cannot be loaded yet: %s", trouble.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(city -> reload.watch());
    }
}
