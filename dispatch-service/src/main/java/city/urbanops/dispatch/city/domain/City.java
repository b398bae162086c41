package city.urbanops.dispatch.city.domain;

import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.routing.domain.Exemptions;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.domain.Operations;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.task.domain.Ladder;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import city.urbanops.geography.AreaIndex;
import city.urbanops.geography.Border;
import java.util.Map;
import java.util.Optional;

/**
 * What decisions need to know of the city; a change makes a new one.
 *
 * @param units all units
 * @param matrix who is responsible for what
 * @param calendar when people work
 * @param unitCalendars the calendars of units with hours of their own, by unit
 * @param ladder what happens to tasks that wait
 * @param calendarVersion names the state of the calendar
 * @param areas where a point lies
 * @param exemptions ground and hours where a person looks first
 * @param operations joint operations of several units
 */
public record City(
        UnitDirectory units,
        Matrix matrix,
        WorkingCalendar calendar,
        Map<String, WorkingCalendar> unitCalendars,
        Ladder ladder,
        String calendarVersion,
        AreaIndex areas,
        Exemptions exemptions,
        Operations operations) {

    /** What positions of reports are off by: a phone among buildings, a finger on a map. */
    private static final double NEAR_A_BORDER_METRES = 30;

    public City {
        unitCalendars = Map.copyOf(unitCalendars);
    }

    /** When a unit works: by its own hours, else by the city's. */
    public WorkingCalendar calendarOf(String unit) {
        return unitCalendars.getOrDefault(unit, calendar);
    }

    /** The grids across a border near the place of a case; empty where none is near, or the place is not known. */
    public Optional<Border> borderOf(RoutingQuestion question) {
        RoutingQuestion.Place place = question.place();
        return place == null
                ? Optional.empty()
                : areas.borderOf(place.longitude(), place.latitude(), NEAR_A_BORDER_METRES);
    }

    /** The versions, as explanations record them. */
    public Explanation.Ground ground() {
        return new Explanation.Ground(
                units.version(),
                matrix.version(),
                calendarVersion,
                areas.document().version(),
                exemptions.version(),
                operations.version());
    }
}
