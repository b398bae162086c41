package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.WorkingCalendar;
import java.time.Instant;

/**
 * When a decision is taken, and by which calendar and rules.
 *
 * @param now read once per command
 * @param calendar the city's, with the hours of the unit it is about
 * @param rules how far units may go
 * @param ladder what happens to tasks that wait
 */
public record Moment(Instant now, WorkingCalendar calendar, TaskRules rules, Ladder ladder) {

    /** The same moment for a unit with hours of its own. */
    public Moment in(WorkingCalendar unitCalendar) {
        return new Moment(now, unitCalendar, rules, ladder);
    }
}
