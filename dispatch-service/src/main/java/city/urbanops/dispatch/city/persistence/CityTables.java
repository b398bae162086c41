package city.urbanops.dispatch.city.persistence;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.persistence.JsonRows;
import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.domain.EscalationStep;
import city.urbanops.dispatch.units.domain.Unit;
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

    public static final String EXEMPTIONS = "exemptions";
    public static final String RULE_SWITCHES = "rule-switches";

    /** How versions begin that ship with the service; anything else an administrator stored, and a start leaves it alone. */
    public static final String SHIPPED = "default-city-";

    private static final String KEEP = """
            insert into city_version (name, version, stored_at, stored_by, document)
            values (:name, :version, cast(cast(:at as text) as timestamptz), :by, cast(cast(:document as text) as jsonb))
            on conflict (name, version) do nothing
            """;
    private static final String SWITCH_OFF =
            JsonRows.insertInto("rule_switch", SwitchRow.class, ":rows") + "on conflict (rule_id) do nothing";
    private static final String HISTORY = """
            select cast(row_to_json(v) as text) from (
                select version, stored_at, stored_by, jsonb_array_length(document) as rows
                from city_version where name = :name order by stored_at desc limit :most) v
            """;

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
    public Uni<Void> replaceAreas(Mutiny.StatelessSession session, Stored<Area> areas) {
        return replace(session, AREAS, "area", areas, areas.rows());
    }

    /** Replaces all units, in the order given: parents before children. */
    public Uni<Void> replaceUnits(Mutiny.StatelessSession session, Stored<Unit> units) {
        List<UnitRow> rows = IntStream.range(0, units.rows().size())
                .mapToObj(i -> UnitRow.of(i, units.rows().get(i)))
                .toList();
        return replace(session, UNITS, "unit", units, rows);
    }

    /** Replaces the whole matrix; somebody looked at every rule, so those that were switched off decide again. */
    public Uni<Void> replaceMatrix(Mutiny.StatelessSession session, Stored<MatrixRule> rules) {
        return replace(session, MATRIX, "matrix_rule", rules, rules.rows()).chain(() -> switchOn(session));
    }

    /** Replaces all holidays and make-up days. */
    public Uni<Void> replaceCalendar(Mutiny.StatelessSession session, Stored<CalendarDay> days) {
        List<DayRow> rows = days.rows().stream()
                .map(day -> new DayRow(day.date(), day.kind().name(), day.name()))
                .toList();
        return replace(session, CALENDAR, "calendar_day", days, rows);
    }

    /** Replaces the ladder of waiting tasks. */
    public Uni<Void> replaceEscalation(Mutiny.StatelessSession session, Stored<EscalationStep> steps) {
        return replace(session, ESCALATION, "escalation_step", steps, steps.rows());
    }

    /** Replaces the hours of units that do not keep the city's. */
    public Uni<Void> replaceUnitHours(Mutiny.StatelessSession session, Stored<UnitHours> hours) {
        return replace(session, UNIT_HOURS, "unit_hours", hours, hours.rows());
    }

    /** The city as stored; take the {@link #lock} first, or it may be of two moments. */
    public Uni<StoredCity> load(Mutiny.StatelessSession session) {
        Gathered gathered = new Gathered();
        return versionRows(session)
                .invoke(rows -> {
                    gathered.versions = rows;
                })
                .chain(() -> JsonRows.all(session, "area", "code", Area.class))
                .invoke(rows -> {
                    gathered.areas = rows;
                })
                .chain(() -> units(session))
                .invoke(rows -> {
                    gathered.units = rows;
                })
                .chain(() -> JsonRows.all(session, "matrix_rule", "rule_id", MatrixRule.class))
                .invoke(rows -> {
                    gathered.rules = rows;
                })
                .chain(() -> JsonRows.all(session, "rule_switch", "rule_id", SwitchRow.class))
                .invoke(rows -> {
                    gathered.switches = rows;
                })
                .chain(() -> JsonRows.all(session, "exemption_zone", "zone_id", Exemption.class))
                .invoke(rows -> {
                    gathered.exemptions = rows;
                })
                .chain(() -> JsonRows.all(session, "escalation_step", "level", EscalationStep.class))
                .invoke(rows -> {
                    gathered.steps = rows;
                })
                .chain(() -> hours(session))
                .map(gathered::city);
    }

    /** The units as stored, parents before children. */
    public Uni<List<Unit>> units(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "unit", "position", UnitRow.class)
                .map(rows -> rows.stream().map(UnitRow::unit).toList());
    }

    /** The hours of units that do not keep the city's. */
    public Uni<List<UnitHours>> unitHours(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "unit_hours", "unit_code", UnitHours.class);
    }

    /** Holidays and make-up days as stored, in ascending order. */
    public Uni<List<CalendarDay>> calendarDays(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "calendar_day", "day", DayRow.class)
                .map(days -> days.stream().map(DayRow::calendarDay).toList());
    }

    /** The rules as stored. */
    public Uni<List<MatrixRule>> rules(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "matrix_rule", "rule_id", MatrixRule.class);
    }

    /** A set's version and when it was stored, by set; cheap enough to be asked every second. */
    public Uni<Map<String, String>> states(Mutiny.StatelessSession session) {
        return versionRows(session).map(CityTables::states);
    }

    private static Map<String, String> states(List<VersionRow> rows) {
        return rows.stream().collect(Collectors.toMap(VersionRow::name, row -> row.version() + "@" + row.storedAt()));
    }

    private Uni<List<VersionRow>> versionRows(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "reference_version", "name", VersionRow.class);
    }

    private Uni<StoredCity.Hours> hours(Mutiny.StatelessSession session) {
        return calendarDays(session)
                .map(days -> WorkingCalendar.standard(clock.getZone(), days))
                .chain(calendar -> unitHours(session)
                        .map(hours -> new StoredCity.Hours(
                                calendar,
                                hours.stream()
                                        .collect(Collectors.toMap(
                                                UnitHours::unitCode, one -> calendar.withHours(one.slots()))))));
    }

    /** The tables as they are read, one after the other. */
    private static final class Gathered {

        private List<VersionRow> versions = List.of();
        private List<Area> areas = List.of();
        private List<Unit> units = List.of();
        private List<MatrixRule> rules = List.of();
        private List<SwitchRow> switches = List.of();
        private List<Exemption> exemptions = List.of();
        private List<EscalationStep> steps = List.of();

        StoredCity city(StoredCity.Hours hours) {
            return new StoredCity(
                    versions.stream().collect(Collectors.toMap(VersionRow::name, VersionRow::version)),
                    states(versions),
                    areas,
                    units,
                    rules,
                    switches.stream().collect(Collectors.toMap(SwitchRow::ruleId, SwitchRow::reason)),
                    exemptions,
                    hours,
                    steps);
        }
    }

    record SwitchRow(String ruleId, String reason, Instant switchedAt) {}

    private Uni<Void> replace(
            Mutiny.StatelessSession session, String set, String table, Stored<?> stored, List<?> rows) {
        return session.createNativeQuery("delete from " + table)
                .executeUpdate()
                .chain(() -> JsonRows.insert(session, table, rows))
                .chain(() -> keep(session, set, stored.version(), stored.by(), rows))
                .chain(() -> mark(session, set, stored.version()));
    }

    /** Keeps a version for good; one that was in force before stays as it was kept then. */
    private Uni<Void> keep(Mutiny.StatelessSession session, String set, String version, String by, List<?> rows) {
        return session.createNativeQuery(KEEP)
                .setParameter("name", set)
                .setParameter("version", version)
                .setParameter("at", clock.instant().toString())
                .setParameter("by", by)
                .setParameter("document", JsonRows.write(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> mark(Mutiny.StatelessSession session, String set, String version) {
        var row = List.of(new VersionRow(set, version, clock.instant()));
        return session.createNativeQuery("delete from reference_version where name = :name")
                .setParameter("name", set)
                .executeUpdate()
                .chain(() -> JsonRows.insert(session, "reference_version", row));
    }

    /** Replaces all exemptions. */
    public Uni<Void> replaceExemptions(Mutiny.StatelessSession session, Stored<Exemption> exemptions) {
        return replace(session, EXEMPTIONS, "exemption_zone", exemptions, exemptions.rows());
    }

    /** Rules that decide no longer, with the reason; one that is switched off already keeps its reason. */
    public Uni<Void> switchOff(Mutiny.StatelessSession session, Map<String, String> reasons) {
        if (reasons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        List<SwitchRow> rows = reasons.entrySet().stream()
                .map(one -> new SwitchRow(one.getKey(), one.getValue(), now))
                .toList();
        return session.createNativeQuery(SWITCH_OFF)
                .setParameter("rows", JsonRows.write(rows))
                .executeUpdate()
                .chain(() -> mark(session, RULE_SWITCHES, now.toString()));
    }

    /** Every rule decides again. */
    private Uni<Void> switchOn(Mutiny.StatelessSession session) {
        return session.createNativeQuery("delete from rule_switch")
                .executeUpdate()
                .replaceWithVoid();
    }

    /** When the version in force of a set was stored; the beginning of time when there is none. */
    public Uni<Instant> storedAt(Mutiny.StatelessSession session, String set) {
        return versionRows(session).map(rows -> rows.stream()
                .filter(row -> row.name().equals(set))
                .map(VersionRow::storedAt)
                .findFirst()
                .orElse(Instant.EPOCH));
    }

    /** Every version of a set that was ever in force, the newest first. */
    public Uni<List<KeptVersion>> history(Mutiny.StatelessSession session, String set, int most) {
        return session.createNativeQuery(HISTORY, String.class)
                .setParameter("name", set)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, KeptVersion.class))
                        .toList());
    }

    /** A version that is or was in force. */
    public record KeptVersion(String version, Instant storedAt, String storedBy, int rows) {}

    /**
     * A set about to be stored.
     *
     * @param version names it; what ships begins with {@link #SHIPPED}
     * @param by the account, or {@code dispatch} for what ships
     * @param rows all of them
     */
    public record Stored<T>(String version, String by, List<T> rows) {
        public Stored {
            rows = List.copyOf(rows);
        }
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
            boolean active,
            @Nullable List<String> duties,
            @Nullable List<Unit.Contact> contacts) {

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
                    unit.active(),
                    unit.duties(),
                    unit.contacts());
        }

        Unit unit() {
            return new Unit(
                    code,
                    nameZh,
                    nameEn,
                    kind,
                    parentCode,
                    workplace,
                    areaCode,
                    active,
                    duties == null ? List.of() : duties,
                    contacts == null ? List.of() : contacts);
        }
    }
}
