package city.urbanops.dispatch.duty.application;

import city.urbanops.dispatch.duty.domain.Roster;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is on duty in some units, as of one transaction.
 *
 * @param rosters by unit; units without one are left out
 * @param daysOff the published days off
 */
public record DutyDesk(Map<String, Roster> rosters, Set<LocalDate> daysOff) {

    public DutyDesk {
        rosters = Map.copyOf(rosters);
        daysOff = Set.copyOf(daysOff);
    }

    /** A unit's roster; empty when it has none. */
    public Optional<Roster> rosterOf(String unit) {
        return Optional.ofNullable(rosters.get(unit));
    }

    /** Who of a unit is on duty for an area, the closest first; empty when nobody is. */
    public List<Roster.OnDuty> onDuty(String unit, LocalDateTime at, String areaCode) {
        return rosterOf(unit).map(roster -> roster.at(at, daysOff, areaCode)).orElse(List.of());
    }
}
