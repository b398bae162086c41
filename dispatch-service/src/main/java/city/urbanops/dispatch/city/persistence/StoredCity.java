package city.urbanops.dispatch.city.persistence;

import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.dispatch.routing.domain.JointOperation;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.domain.EscalationStep;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.geography.Area;
import java.util.List;
import java.util.Map;

/**
 * The city as the tables hold it, all of one moment; what is to be computed of it is not computed here.
 *
 * @param versions of each set
 * @param states of each set: its version and when it was stored; differs whenever anything does
 * @param areas every area
 * @param units parents before children
 * @param rules the matrix
 * @param switchedOff why a rule decides no longer, by rule
 * @param exemptions zones and hours; may be empty
 * @param operations joint operations; may be empty
 * @param hours when the city and its units work
 * @param steps the ladder of waiting tasks
 */
public record StoredCity(
        Map<String, String> versions,
        Map<String, String> states,
        List<Area> areas,
        List<Unit> units,
        List<MatrixRule> rules,
        Map<String, String> switchedOff,
        List<Exemption> exemptions,
        List<JointOperation> operations,
        Hours hours,
        List<EscalationStep> steps) {

    /** When the city and each unit with hours of its own work. */
    public record Hours(WorkingCalendar city, Map<String, WorkingCalendar> units) {}

    /**
     * The version of a set.
     *
     * @throws IllegalStateException when it was never stored
     */
    public String version(String set) {
        String version = versions.get(set);
        if (version == null) {
            throw new IllegalStateException("The city is not stored yet: no " + set);
        }
        return version;
    }
}
