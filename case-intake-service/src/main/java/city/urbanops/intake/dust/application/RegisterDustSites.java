package city.urbanops.intake.dust.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.cases.GeoPoint;
import city.urbanops.contracts.reference.DustSitesDocument;
import city.urbanops.contracts.reference.DustSitesDocument.Device;
import city.urbanops.contracts.reference.DustSitesDocument.Role;
import city.urbanops.contracts.reference.DustSitesDocument.Site;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.geography.AreaIndex;
import city.urbanops.geography.AreasDocument;
import city.urbanops.intake.dust.persistence.DustSites;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.reference.Derived;
import city.urbanops.kit.reference.ReferenceData;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the register of sites and monitors, and publishes it as a whole with every change. */
@Singleton
public class RegisterDustSites {

    private final DustSites sites;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final Derived<AreasDocument, AreaIndex> areas;

    RegisterDustSites(DustSites sites, Outbox outbox, Ids ids, Clock clock, ReferenceData reference) {
        this.sites = sites;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.areas = reference.derive(ReferenceDocuments.AREAS, AreaIndex::of);
    }

    /** All sites, ordered by id, as they are published. */
    public Uni<JsonNode> all(Mutiny.StatelessSession session) {
        return sites.all(session).map(all -> ContractJson.mapper().valueToTree(all));
    }

    /**
     * Stores a site in place of what was known of it.
     *
     * @param command its county is found by its location
     * @throws ProblemException 422 if it lies outside the city, names a monitor twice, or one of them stands elsewhere
     */
    public Uni<JsonNode> put(Mutiny.StatelessSession session, SiteCommand command) {
        var located = located(command);
        if (located.devices().stream().map(Device::deviceId).distinct().count()
                < located.devices().size()) {
            throw new ProblemException(Problem.unprocessable("devices", "names a device twice"));
        }
        return sites.lock(session)
                .chain(() -> sites.elsewhere(session, located))
                .invoke(other -> other.ifPresent(device -> {
                    throw new ProblemException(
                            Problem.unprocessable("devices", "device " + device + " stands on another site"));
                }))
                .chain(() -> sites.put(session, located))
                .chain(() -> publish(session))
                .replaceWith(() -> ContractJson.mapper().valueToTree(located));
    }

    private Site located(SiteCommand command) {
        var place = areas.get()
                .locate(command.lng(), command.lat())
                .orElseThrow(() -> new ProblemException(Problem.unprocessable("location", "lies outside the city")));
        return new Site(
                command.siteId(),
                command.isBackground() ? Role.BACKGROUND : Role.SITE,
                command.name(),
                place.district(),
                new GeoPoint(command.lng(), command.lat()),
                command.permitNo(),
                command.builder(),
                command.active(),
                command.monitors().stream()
                        .map(monitor -> new Device(monitor.deviceId(), monitor.cycleSeconds()))
                        .toList());
    }

    private Uni<Void> publish(Mutiny.StatelessSession session) {
        var now = clock.instant();
        return sites.all(session)
                .chain(all -> outbox.publish(
                        session,
                        List.of(Outgoing.of(
                                ReferenceDocuments.DUST_SITES,
                                ids.next(),
                                "dust-sites",
                                now,
                                new DustSitesDocument(now.toString(), all)))));
    }

    /** Publishes the register at each start: it is small, and a consumer that has it once has it whole. */
    @Singleton
    static class AtStart {

        private final RegisterDustSites register;
        private final Transactions transactions;
        private final OwnContext contexts;

        AtStart(RegisterDustSites register, Transactions transactions, OwnContext contexts) {
            this.register = register;
            this.transactions = transactions;
            this.contexts = contexts;
        }

        @Startup
        void publish() {
            contexts.awaitAtStart(() ->
                    transactions.write(session -> register.sites.lock(session).chain(() -> register.publish(session))));
        }
    }
}
