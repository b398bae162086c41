package city.urbanops.dispatch.city.persistence;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.dispatch.routing.domain.JointOperation;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.domain.EscalationStep;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitHours;
import city.urbanops.geography.Area;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the whole city, all sets of one moment. */
@Singleton
public class LoadCity {

    private final CityVersions versions;
    private final CityTables tables;
    private final RuleSwitches switches;
    private final Clock clock;

    LoadCity(CityVersions versions, CityTables tables, RuleSwitches switches, Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.switches = switches;
        this.clock = clock;
    }

    /** The city as stored; take the lock of {@link CityVersions} first, or it may be of two moments. */
    public Uni<StoredCity> from(Mutiny.StatelessSession session) {
        Gathered gathered = new Gathered();
        return keep(versions.rows(session), rows -> gathered.versions = rows)
                .chain(() -> keep(tables.areas(session), rows -> gathered.areas = rows))
                .chain(() -> keep(tables.units(session), rows -> gathered.units = rows))
                .chain(() -> keep(tables.rules(session), rows -> gathered.rules = rows))
                .chain(() -> keep(switches.reasons(session), rows -> gathered.switchedOff = rows))
                .chain(() -> keep(tables.exemptions(session), rows -> gathered.exemptions = rows))
                .chain(() -> keep(tables.operations(session), rows -> gathered.operations = rows))
                .chain(() -> keep(tables.escalation(session), rows -> gathered.steps = rows))
                .chain(() -> keep(tables.calendarDays(session), rows -> gathered.days = rows))
                .chain(() -> keep(tables.unitHours(session), rows -> gathered.hours = rows))
                .map(done -> gathered.city(clock.getZone()));
    }

    private static <T> Uni<Void> keep(Uni<T> read, Consumer<T> place) {
        return read.invoke(place).replaceWithVoid();
    }

    /** The tables as they are read, one after the other. */
    private static final class Gathered {

        private List<CityVersions.VersionRow> versions = List.of();
        private List<Area> areas = List.of();
        private List<Unit> units = List.of();
        private List<MatrixRule> rules = List.of();
        private Map<String, String> switchedOff = Map.of();
        private List<Exemption> exemptions = List.of();
        private List<JointOperation> operations = List.of();
        private List<EscalationStep> steps = List.of();
        private List<CalendarDay> days = List.of();
        private List<UnitHours> hours = List.of();

        StoredCity city(ZoneId zone) {
            WorkingCalendar calendar = WorkingCalendar.standard(zone, days);
            Map<String, WorkingCalendar> ofUnits = hours.stream()
                    .collect(Collectors.toMap(UnitHours::unitCode, one -> calendar.withHours(one.slots())));
            return new StoredCity(
                    CityVersions.names(versions),
                    CityVersions.states(versions),
                    areas,
                    units,
                    rules,
                    switchedOff,
                    exemptions,
                    operations,
                    new StoredCity.Hours(calendar, ofUnits),
                    steps);
        }
    }
}
