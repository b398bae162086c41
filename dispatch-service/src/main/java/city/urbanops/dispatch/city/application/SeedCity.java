package city.urbanops.dispatch.city.application;

import city.urbanops.contracts.cases.Workplace;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.UnitsDocument;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.city.persistence.ShippedCity;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.geography.AreasDocument;
import city.urbanops.geography.DefaultCity;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores what ships with the service where the tables hold another version of it or nothing, and publishes what others keep a copy
 * of: all in one transaction, one replica at a time. A later start with the same files does nothing.
 */
@Singleton
public class SeedCity {

    private final CityTables tables;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    SeedCity(CityTables tables, Outbox outbox, Ids ids, Clock clock) {
        this.tables = tables;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Brings the tables to the shipped versions and reads the city from them. */
    public Uni<City> seedAndLoad(Mutiny.StatelessSession session) {
        return tables.lock(session)
                .chain(() -> tables.versions(session))
                .call(versions -> areas(session, versions))
                .call(versions -> units(session, versions))
                .call(versions -> matrix(session, versions))
                .call(versions -> calendar(session, versions))
                .chain(() -> tables.load(session));
    }

    private Uni<Void> areas(Mutiny.StatelessSession session, Map<String, String> versions) {
        if (DefaultCity.VERSION.equals(versions.get(CityTables.AREAS))) {
            return Uni.createFrom().voidItem();
        }
        AreasDocument document = DefaultCity.document();
        return tables.replaceAreas(session, document.version(), document.areas())
                .chain(() -> outbox.publish(
                        session,
                        List.of(Outgoing.of(
                                ReferenceDocuments.AREAS, ids.next(), "areas", clock.instant(), document))));
    }

    private Uni<Void> units(Mutiny.StatelessSession session, Map<String, String> versions) {
        ShippedCity.Shipped<Unit> shipped = ShippedCity.units();
        if (shipped.version().equals(versions.get(CityTables.UNITS))) {
            return Uni.createFrom().voidItem();
        }
        UnitsDocument document = new UnitsDocument(
                shipped.version(),
                shipped.rows().stream().map(SeedCity::published).toList());
        return tables.replaceUnits(session, shipped.version(), shipped.rows())
                .chain(() -> outbox.publish(
                        session,
                        List.of(Outgoing.of(
                                ReferenceDocuments.UNITS, ids.next(), "units", clock.instant(), document))));
    }

    private Uni<Void> matrix(Mutiny.StatelessSession session, Map<String, String> versions) {
        var shipped = ShippedCity.matrix();
        return shipped.version().equals(versions.get(CityTables.MATRIX))
                ? Uni.createFrom().voidItem()
                : tables.replaceMatrix(session, shipped.version(), shipped.rows());
    }

    private Uni<Void> calendar(Mutiny.StatelessSession session, Map<String, String> versions) {
        var shipped = ShippedCity.calendar();
        return shipped.version().equals(versions.get(CityTables.CALENDAR))
                ? Uni.createFrom().voidItem()
                : tables.replaceCalendar(session, shipped.version(), shipped.rows());
    }

    private static UnitsDocument.Unit published(Unit unit) {
        return new UnitsDocument.Unit(
                unit.code(),
                unit.nameZh(),
                unit.nameEn(),
                unit.kind(),
                unit.parentCode(),
                Workplace.valueOf(unit.workplace().name()),
                unit.areaCode(),
                unit.active());
    }
}
