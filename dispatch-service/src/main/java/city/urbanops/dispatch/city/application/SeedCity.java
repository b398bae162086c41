package city.urbanops.dispatch.city.application;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.UnitsDocument;
import city.urbanops.deadlines.CalendarDay;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.city.persistence.ShippedCity;
import city.urbanops.dispatch.city.persistence.ShippedCity.Shipped;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.domain.EscalationStep;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitHours;
import city.urbanops.geography.AreasDocument;
import city.urbanops.geography.DefaultCity;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * What ships with the service.
     *
     * @param areas the generated areas; absent when the tables had that version already
     * @param units the units, parents before children
     * @param matrix the responsibility matrix
     * @param calendar holidays and make-up days
     * @param escalation the ladder of waiting tasks
     * @param unitHours hours of units that do not keep the city's
     */
    public record Shipment(
            Optional<AreasDocument> areas,
            Shipped<Unit> units,
            Shipped<MatrixRule> matrix,
            Shipped<CalendarDay> calendar,
            Shipped<EscalationStep> escalation,
            Shipped<UnitHours> unitHours) {}

    /**
     * Reads the files and, unless the stored ones are of that version, generates the areas: half a second of work, so not on
     * the event loop.
     */
    public Uni<Shipment> shipment(Map<String, String> storedVersions) {
        return Uni.createFrom()
                .item(() -> new Shipment(
                        isStored(storedVersions, CityTables.AREAS, DefaultCity.VERSION)
                                ? Optional.empty()
                                : Optional.of(DefaultCity.document()),
                        ShippedCity.units(),
                        ShippedCity.matrix(),
                        ShippedCity.calendar(),
                        ShippedCity.escalation(),
                        ShippedCity.unitHours()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Brings the tables to the shipped versions and reads the city from them. */
    public Uni<City> seedAndLoad(Mutiny.StatelessSession session, Shipment shipment) {
        return tables.lock(session)
                .chain(() -> tables.versions(session))
                .call(versions -> areas(session, versions, shipment))
                .call(versions -> units(session, versions, shipment.units()))
                .call(versions ->
                        isStored(versions, CityTables.MATRIX, shipment.matrix().version())
                                ? Uni.createFrom().voidItem()
                                : tables.replaceMatrix(
                                        session,
                                        shipment.matrix().version(),
                                        shipment.matrix().rows()))
                .call(versions -> isStored(
                                versions,
                                CityTables.CALENDAR,
                                shipment.calendar().version())
                        ? Uni.createFrom().voidItem()
                        : tables.replaceCalendar(
                                session,
                                shipment.calendar().version(),
                                shipment.calendar().rows()))
                .call(versions -> ladder(session, versions, shipment))
                .chain(() -> tables.load(session));
    }

    private Uni<Void> ladder(Mutiny.StatelessSession session, Map<String, String> versions, Shipment shipment) {
        Shipped<EscalationStep> steps = shipment.escalation();
        Shipped<UnitHours> hours = shipment.unitHours();
        Uni<Void> climbed = isStored(versions, CityTables.ESCALATION, steps.version())
                ? Uni.createFrom().voidItem()
                : tables.replaceEscalation(session, steps.version(), steps.rows());
        return isStored(versions, CityTables.UNIT_HOURS, hours.version())
                ? climbed
                : climbed.chain(() -> tables.replaceUnitHours(session, hours.version(), hours.rows()));
    }

    private Uni<Void> areas(Mutiny.StatelessSession session, Map<String, String> versions, Shipment shipment) {
        if (shipment.areas().isEmpty() || isStored(versions, CityTables.AREAS, DefaultCity.VERSION)) {
            return Uni.createFrom().voidItem();
        }
        AreasDocument document = shipment.areas().get();
        return tables.replaceAreas(session, document.version(), document.areas())
                .chain(() -> publish(session, ReferenceDocuments.AREAS, "areas", document));
    }

    private Uni<Void> units(Mutiny.StatelessSession session, Map<String, String> versions, Shipped<Unit> units) {
        if (isStored(versions, CityTables.UNITS, units.version())) {
            return Uni.createFrom().voidItem();
        }
        UnitsDocument document = new UnitsDocument(
                units.version(), units.rows().stream().map(SeedCity::published).toList());
        return tables.replaceUnits(session, units.version(), units.rows())
                .chain(() -> publish(session, ReferenceDocuments.UNITS, "units", document));
    }

    private <T> Uni<Void> publish(Mutiny.StatelessSession session, EventType<T> type, String subject, T document) {
        return outbox.publish(session, List.of(Outgoing.of(type, ids.next(), subject, clock.instant(), document)));
    }

    private static boolean isStored(Map<String, String> versions, String set, String version) {
        return version.equals(versions.get(set));
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
