package city.urbanops.dispatch.city.domain;

import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.task.domain.Ladder;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import java.util.Map;

/**
 * What decisions need to know of the city; a change makes a new one.
 *
 * @param units all units
 * @param matrix who is responsible for what
 * @param calendar when people work
 * @param unitCalendars the calendars of units with hours of their own, by unit
 * @param ladder what happens to tasks that wait
 * @param calendarVersion names the state of the calendar
 */
public record City(
        UnitDirectory units,
        Matrix matrix,
        WorkingCalendar calendar,
        Map<String, WorkingCalendar> unitCalendars,
        Ladder ladder,
        String calendarVersion) {

    public City {
        unitCalendars = Map.copyOf(unitCalendars);
    }

    /** When a unit works: by its own hours, else by the city's. */
    public WorkingCalendar calendarOf(String unit) {
        return unitCalendars.getOrDefault(unit, calendar);
    }

    /** The versions, as explanations record them. */
    public Explanation.Ground ground() {
        return new Explanation.Ground(units.version(), matrix.version(), calendarVersion);
    }
}
