package city.urbanops.dispatch.city.persistence;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.persistence.JsonRows;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.domain.EscalationStep;
import city.urbanops.dispatch.task.domain.Ladder;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import city.urbanops.dispatch.units.domain.UnitHours;
import city.urbanops.dispatch.units.domain.Workplace;
import city.urbanops.geography.Area;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The city's tables; each set of rows is replaced as a whole, with its version. */
@Singleton
public class CityTables {

    /** The sets, as the version table names them. */
    public static final String AREAS = "areas";

    public static final String UNITS = "units";
    public static final String MATRIX = "matrix";
    public static final String CALENDAR = "calendar";
    public static final String ESCALATION = "escalation";
    public static final String UNIT_HOURS = "unit-hours";

    private static final long SEED_LOCK = 0x63697479_73656564L; // "cityseed"

    private final Clock clock;

    CityTables(Clock clock) {
        this.clock = clock;
    }

    /** Waits until no other replica stores the city; held until the transaction ends. */
    public Uni<Void> lock(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) as locked", Integer.class)
                .setParameter("lock", SEED_LOCK)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** The version of every set stored so far; empty before the first start. */
    public Uni<Map<String, String>> versions(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "reference_version", "name", VersionRow.class)
                .map(rows -> rows.stream().collect(Collectors.toMap(VersionRow::name, VersionRow::version)));
    }

    /** Replaces all areas. */
    public Uni<Void> replaceAreas(Mutiny.StatelessSession session, String version, List<Area> areas) {
        return replace(session, AREAS, "area", version, areas);
    }

    /** Replaces all units, in the order given: parents before children. */
    public Uni<Void> replaceUnits(Mutiny.StatelessSession session, String version, List<Unit> units) {
        List<UnitRow> rows = IntStream.range(0, units.size())
                .mapToObj(i -> UnitRow.of(i, units.get(i)))
                .toList();
        return replace(session, UNITS, "unit", version, rows);
    }

    /** Replaces the whole matrix. */
    public Uni<Void> replaceMatrix(Mutiny.StatelessSession session, String version, List<MatrixRule> rules) {
        return replace(session, MATRIX, "matrix_rule", version, rules);
    }

    /** Replaces all holidays and make-up days. */
    public Uni<Void> replaceCalendar(Mutiny.StatelessSession session, String version, List<CalendarDay> days) {
        List<DayRow> rows = days.stream()
                .map(day -> new DayRow(day.date(), day.kind().name(), day.name()))
                .toList();
        return replace(session, CALENDAR, "calendar_day", version, rows);
    }

    /** Replaces the ladder of waiting tasks. */
    public Uni<Void> replaceEscalation(Mutiny.StatelessSession session, String version, List<EscalationStep> steps) {
        return replace(session, ESCALATION, "escalation_step", version, steps);
    }

    /** Replaces the hours of units that do not keep the city's. */
    public Uni<Void> replaceUnitHours(Mutiny.StatelessSession session, String version, List<UnitHours> hours) {
        return replace(session, UNIT_HOURS, "unit_hours", version, hours);
    }

    /** The city as stored; fails when a set is missing. */
    public Uni<City> load(Mutiny.StatelessSession session) {
        return versions(session).chain(versions -> JsonRows.all(session, "unit", "position", UnitRow.class)
                .chain(units -> JsonRows.all(session, "matrix_rule", "rule_id", MatrixRule.class)
                        .chain(rules -> working(session).chain(working -> JsonRows.all(
                                        session, "escalation_step", "level", EscalationStep.class)
                                .map(steps -> city(versions, units, rules, working, steps))))));
    }

    /** When the city and each of its units work. */
    private record Working(WorkingCalendar city, Map<String, WorkingCalendar> units) {}

    private Uni<Working> working(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "calendar_day", "day", DayRow.class)
                .map(days -> WorkingCalendar.standard(
                        clock.getZone(), days.stream().map(DayRow::calendarDay).toList()))
                .chain(calendar -> JsonRows.all(session, "unit_hours", "unit_code", UnitHours.class)
                        .map(hours -> new Working(
                                calendar,
                                hours.stream()
                                        .collect(Collectors.toMap(
                                                UnitHours::unitCode, one -> calendar.withHours(one.slots()))))));
    }

    private static City city(
            Map<String, String> versions,
            List<UnitRow> units,
            List<MatrixRule> rules,
            Working working,
            List<EscalationStep> steps) {
        return new City(
                new UnitDirectory(
                        version(versions, UNITS),
                        units.stream().map(UnitRow::unit).toList()),
                new Matrix(version(versions, MATRIX), rules),
                working.city(),
                working.units(),
                new Ladder(steps),
                version(versions, CALENDAR));
    }

    private static String version(Map<String, String> versions, String set) {
        String version = versions.get(set);
        if (version == null) {
            throw new IllegalStateException("The city is not stored yet: no " + set);
        }
        return version;
    }

    private Uni<Void> replace(Mutiny.StatelessSession session, String set, String table, String version, List<?> rows) {
        var stored = List.of(new VersionRow(set, version, clock.instant()));
        return session.createNativeQuery("delete from " + table)
                .executeUpdate()
                .chain(() -> JsonRows.insert(session, table, rows))
                .chain(() -> session.createNativeQuery("delete from reference_version where name = :name")
                        .setParameter("name", set)
                        .executeUpdate())
                .chain(() -> JsonRows.insert(session, "reference_version", stored));
    }

    record VersionRow(String name, String version, Instant storedAt) {}

    record DayRow(LocalDate day, String kind, String name) {
        CalendarDay calendarDay() {
            return new CalendarDay(day, CalendarDay.Kind.valueOf(kind), name);
        }
    }

    record UnitRow(
            int position,
            String code,
            String nameZh,
            String nameEn,
            String kind,
            @Nullable String parentCode,
            Workplace workplace,
            String areaCode,
            boolean active) {

        static UnitRow of(int position, Unit unit) {
            return new UnitRow(
                    position,
                    unit.code(),
                    unit.nameZh(),
                    unit.nameEn(),
                    unit.kind(),
                    unit.parentCode(),
                    unit.workplace(),
                    unit.areaCode(),
                    unit.active());
        }

        Unit unit() {
            return new Unit(code, nameZh, nameEn, kind, parentCode, workplace, areaCode, active);
        }
    }
}
