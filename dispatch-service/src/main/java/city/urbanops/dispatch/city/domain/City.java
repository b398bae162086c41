package city.urbanops.dispatch.city.domain;

import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.units.domain.UnitDirectory;

/**
 * What decisions need to know of the city; a change makes a new one.
 *
 * @param units all units
 * @param matrix who is responsible for what
 * @param calendar when people work
 * @param calendarVersion names the state of the calendar
 */
public record City(UnitDirectory units, Matrix matrix, WorkingCalendar calendar, String calendarVersion) {

    /** The versions, as explanations record them. */
    public Explanation.Ground ground() {
        return new Explanation.Ground(units.version(), matrix.version(), calendarVersion);
    }
}
