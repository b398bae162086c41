package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.WorkingCalendar;
import java.time.Instant;

/**
 * When a decision is taken, and by which calendar time counts.
 *
 * @param now read once per command
 * @param calendar the city's
 */
public record Moment(Instant now, WorkingCalendar calendar) {}
