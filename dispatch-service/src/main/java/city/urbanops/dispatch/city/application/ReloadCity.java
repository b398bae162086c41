package city.urbanops.dispatch.city.application;

import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.dispatch.city.persistence.LoadCity;
import city.urbanops.dispatch.city.persistence.StoredCity;
import city.urbanops.kit.timer.Polls;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Takes the city anew when the tables hold another version of anything. Every replica looks once a second, so that an upload to one
 * counts in all of them a second later, without a restart; whoever stored it need not wait for that.
 */
@Singleton
public class ReloadCity {

    private static final Logger LOG = Logger.getLogger(ReloadCity.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Polls polls;
    private final OwnContext contexts;
    private final Transactions transactions;
    private final CityVersions versions;
    private final LoadCity load;
    private final CurrentCity current;

    ReloadCity(
            Polls polls,
            OwnContext contexts,
            Transactions transactions,
            CityVersions versions,
            LoadCity load,
            CurrentCity current) {
        this.polls = polls;
        this.contexts = contexts;
        this.transactions = transactions;
        this.versions = versions;
        this.load = load;
        this.current = current;
    }

    /** Takes the stored city where it differs from the one in memory. */
    public Uni<Void> ifChanged() {
        return contexts.run(() -> transactions.read(versions::states))
                .chain(states -> current.isOf(states)
                        ? Uni.createFrom().voidItem()
                        : contexts.run(() -> transactions.write(
                                        session -> versions.lock(session).chain(() -> load.from(session))))
                                .chain(this::take)
                                .replaceWithVoid());
    }

    /** Makes a stored city the one decisions are taken with; building it is not the event loop's work. */
    Uni<City> take(StoredCity stored) {
        return Uni.createFrom()
                .item(() -> BuildCity.of(stored))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(city -> {
                    current.set(city, stored.states());
                    LOG.infof(
                            "city loaded: %d units (%s), %d rules (%s), %d areas (%s)",
                            city.units().all().size(),
                            city.units().version(),
                            city.matrix().rules().size(),
                            city.matrix().version(),
                            stored.areas().size(),
                            city.areas().document().version());
                });
    }

    /** Looks once a second from now on; while it cannot, decisions go on with the city as it was. */
    void watch() {
        polls.every(INTERVAL, "the city stays as it was until it can be read again", this::ifChanged);
    }
}
