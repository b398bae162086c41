package city.urbanops.dispatch.city.persistence;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.dispatch.city.persistence.CityVersions.Stored;
import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.dispatch.routing.domain.JointOperation;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.domain.EscalationStep;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitHours;
import city.urbanops.geography.Area;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The city's tables: each set of rows is replaced as a whole, with its version. Take the lock of {@link CityVersions} first. */
@Singleton
public class CityTables {

    private final CityVersions versions;
    private final RuleSwitches switches;

    CityTables(CityVersions versions, RuleSwitches switches) {
        this.versions = versions;
        this.switches = switches;
    }

    /** Replaces all areas. */
    public Uni<Void> replaceAreas(Mutiny.StatelessSession session, Stored<Area> areas) {
        return replace(session, CityVersions.AREAS, "area", areas, areas.rows());
    }

    /** Replaces all units, in the order given: parents before children. */
    public Uni<Void> replaceUnits(Mutiny.StatelessSession session, Stored<Unit> units) {
        List<UnitRow> rows = IntStream.range(0, units.rows().size())
                .mapToObj(i -> UnitRow.of(i, units.rows().get(i)))
                .toList();
        return replace(session, CityVersions.UNITS, "unit", units, rows);
    }

    /** Replaces the whole matrix; somebody looked at every rule, so those that were switched off decide again. */
    public Uni<Void> replaceMatrix(Mutiny.StatelessSession session, Stored<MatrixRule> rules) {
        return replace(session, CityVersions.MATRIX, "matrix_rule", rules, rules.rows())
                .chain(() -> switches.allOn(session));
    }

    /** Replaces all holidays and make-up days. */
    public Uni<Void> replaceCalendar(Mutiny.StatelessSession session, Stored<CalendarDay> days) {
        List<DayRow> rows = days.rows().stream().map(DayRow::of).toList();
        return replace(session, CityVersions.CALENDAR, "calendar_day", days, rows);
    }

    /** Replaces the ladder of waiting tasks. */
    public Uni<Void> replaceEscalation(Mutiny.StatelessSession session, Stored<EscalationStep> steps) {
        return replace(session, CityVersions.ESCALATION, "escalation_step", steps, steps.rows());
    }

    /** Replaces the hours of units that do not keep the city's. */
    public Uni<Void> replaceUnitHours(Mutiny.StatelessSession session, Stored<UnitHours> hours) {
        return replace(session, CityVersions.UNIT_HOURS, "unit_hours", hours, hours.rows());
    }

    /** Replaces all exemptions. */
    public Uni<Void> replaceExemptions(Mutiny.StatelessSession session, Stored<Exemption> exemptions) {
        return replace(session, CityVersions.EXEMPTIONS, "exemption_zone", exemptions, exemptions.rows());
    }

    /** Replaces all joint operations. */
    public Uni<Void> replaceOperations(Mutiny.StatelessSession session, Stored<JointOperation> operations) {
        return replace(session, CityVersions.OPERATIONS, "joint_operation", operations, operations.rows());
    }

    /** The areas as stored. */
    public Uni<List<Area>> areas(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "area", "code", Area.class);
    }

    /** The units as stored, parents before children. */
    public Uni<List<Unit>> units(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "unit", "position", UnitRow.class)
                .map(rows -> rows.stream().map(UnitRow::unit).toList());
    }

    /** The rules as stored. */
    public Uni<List<MatrixRule>> rules(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "matrix_rule", "rule_id", MatrixRule.class);
    }

    /** Holidays and make-up days as stored, in ascending order. */
    public Uni<List<CalendarDay>> calendarDays(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "calendar_day", "day", DayRow.class)
                .map(days -> days.stream().map(DayRow::calendarDay).toList());
    }

    /** The ladder of waiting tasks as stored, the lowest step first. */
    public Uni<List<EscalationStep>> escalation(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "escalation_step", "level", EscalationStep.class);
    }

    /** The hours of units that do not keep the city's. */
    public Uni<List<UnitHours>> unitHours(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "unit_hours", "unit_code", UnitHours.class);
    }

    /** The exemptions as stored. */
    public Uni<List<Exemption>> exemptions(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "exemption_zone", "zone_id", Exemption.class);
    }

    /** The joint operations as stored. */
    public Uni<List<JointOperation>> operations(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "joint_operation", "operation_id", JointOperation.class);
    }

    private Uni<Void> replace(
            Mutiny.StatelessSession session, String set, String table, Stored<?> stored, List<?> rows) {
        return session.createNativeQuery("delete from " + table)
                .executeUpdate()
                .chain(() -> JsonRows.insert(session, table, rows))
                .chain(() -> versions.keep(session, set, stored, rows));
    }
}
