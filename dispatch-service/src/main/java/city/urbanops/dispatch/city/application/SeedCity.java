package city.urbanops.dispatch.city.application;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.dispatch.city.persistence.CityVersions.Stored;
import city.urbanops.dispatch.city.persistence.LoadCity;
import city.urbanops.dispatch.city.persistence.ShippedCity;
import city.urbanops.dispatch.city.persistence.ShippedCity.Shipped;
import city.urbanops.dispatch.city.persistence.StoredCity;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.domain.EscalationStep;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitHours;
import city.urbanops.geography.AreasDocument;
import city.urbanops.geography.DefaultCity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores what ships with the service where the tables hold another version of it or nothing, and publishes what others keep a copy
 * of: all in one transaction, one replica at a time. A later start with the same files does nothing.
 */
@Singleton
public class SeedCity {

    private static final String SHIPPER = "dispatch";

    private final CityVersions versions;
    private final CityTables tables;
    private final LoadCity load;
    private final PublishCity publish;

    SeedCity(CityVersions versions, CityTables tables, LoadCity load, PublishCity publish) {
        this.versions = versions;
        this.tables = tables;
        this.load = load;
        this.publish = publish;
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
                        isStored(storedVersions, CityVersions.AREAS, DefaultCity.VERSION)
                                ? Optional.empty()
                                : Optional.of(DefaultCity.document()),
                        ShippedCity.units(),
                        ShippedCity.matrix(),
                        ShippedCity.calendar(),
                        ShippedCity.escalation(),
                        ShippedCity.unitHours()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Brings the tables to the shipped versions, unless an administrator stored others, and reads the city from them. */
    public Uni<StoredCity> seedAndLoad(Mutiny.StatelessSession session, Shipment shipment) {
        return versions.lock(session)
                .chain(() -> versions.inForce(session))
                .call(stored -> areas(session, stored, shipment))
                .call(stored -> units(session, stored, shipment.units()))
                .call(stored ->
                        isStored(stored, CityVersions.MATRIX, shipment.matrix().version())
                                ? Uni.createFrom().voidItem()
                                : tables.replaceMatrix(session, stored(shipment.matrix())))
                .call(stored -> calendar(session, stored, shipment.calendar()))
                .call(stored -> ladder(session, stored, shipment))
                .chain(() -> load.from(session));
    }

    private Uni<Void> ladder(Mutiny.StatelessSession session, Map<String, String> inForce, Shipment shipment) {
        Shipped<EscalationStep> steps = shipment.escalation();
        Shipped<UnitHours> hours = shipment.unitHours();
        Uni<Void> climbed = isStored(inForce, CityVersions.ESCALATION, steps.version())
                ? Uni.createFrom().voidItem()
                : tables.replaceEscalation(session, stored(steps));
        return isStored(inForce, CityVersions.UNIT_HOURS, hours.version())
                ? climbed
                : climbed.chain(() -> tables.replaceUnitHours(session, stored(hours)));
    }

    private Uni<Void> calendar(
            Mutiny.StatelessSession session, Map<String, String> inForce, Shipped<CalendarDay> shipped) {
        return isStored(inForce, CityVersions.CALENDAR, shipped.version())
                ? missingYears(session, shipped)
                : tables.replaceCalendar(session, stored(shipped));
    }

    /** Years an administrator stored stay as they are; those the tables do not know yet come from a newer release. */
    private Uni<Void> missingYears(Mutiny.StatelessSession session, Shipped<CalendarDay> shipped) {
        return tables.calendarDays(session).chain(present -> {
            Set<Integer> known =
                    present.stream().map(day -> day.date().getYear()).collect(Collectors.toSet());
            List<CalendarDay> more = shipped.rows().stream()
                    .filter(day -> !known.contains(day.date().getYear()))
                    .toList();
            List<CalendarDay> all =
                    Stream.concat(present.stream(), more.stream()).toList();
            return more.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : tables.replaceCalendar(session, new Stored<>("calendar-with-" + shipped.version(), SHIPPER, all));
        });
    }

    private Uni<Void> areas(Mutiny.StatelessSession session, Map<String, String> inForce, Shipment shipment) {
        if (shipment.areas().isEmpty() || isStored(inForce, CityVersions.AREAS, DefaultCity.VERSION)) {
            return Uni.createFrom().voidItem();
        }
        AreasDocument document = shipment.areas().get();
        return tables.replaceAreas(session, new Stored<>(document.version(), SHIPPER, document.areas()))
                .chain(() -> publish.areas(session, document));
    }

    private Uni<Void> units(Mutiny.StatelessSession session, Map<String, String> inForce, Shipped<Unit> units) {
        if (isStored(inForce, CityVersions.UNITS, units.version())) {
            return Uni.createFrom().voidItem();
        }
        return tables.replaceUnits(session, stored(units))
                .chain(() -> publish.units(session, units.version(), units.rows()));
    }

    private static <T> Stored<T> stored(Shipped<T> shipped) {
        return new Stored<>(shipped.version(), SHIPPER, shipped.rows());
    }

    /** Whether this version is stored, or one an administrator made: that one stays. */
    private static boolean isStored(Map<String, String> inForce, String set, String version) {
        String stored = inForce.get(set);
        return stored != null && (stored.equals(version) || !stored.startsWith(CityVersions.SHIPPED));
    }
}
