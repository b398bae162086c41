package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The steps a task climbs the longer it waits; each at most once while one unit has it.
 *
 * @param steps ascending by level, no level twice; may be empty
 */
public record Ladder(List<EscalationStep> steps) {

    /** Nobody is told. */
    public static final Ladder NONE = new Ladder(List.of());

    /** @throws IllegalArgumentException when a level comes twice */
    public Ladder {
        steps = steps.stream()
                .sorted(Comparator.comparingInt(EscalationStep::level))
                .toList();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).level() == steps.get(i - 1).level()) {
                throw new IllegalArgumentException(
                        "Two escalations have level " + steps.get(i).level());
            }
        }
    }

    /** A step a clock has reached. */
    record Reached(EscalationStep step, Instant at) {}

    /** The steps above the clock's level that it has reached by now, ascending. */
    List<Reached> reached(HandlingClock clock, WorkingCalendar calendar, Instant now) {
        List<Reached> reached = new ArrayList<>();
        for (EscalationStep step : above(clock)) {
            step.at(clock, calendar).filter(at -> !at.isAfter(now)).ifPresent(at -> reached.add(new Reached(step, at)));
        }
        return reached;
    }

    /** When the clock, as it runs now, reaches its next step; empty when there is none. */
    Optional<Instant> next(HandlingClock clock, WorkingCalendar calendar) {
        return above(clock).stream()
                .flatMap(step -> step.at(clock, calendar).stream())
                .min(Comparator.naturalOrder());
    }

    private List<EscalationStep> above(HandlingClock clock) {
        return steps.stream()
                .filter(step -> step.level() > clock.escalationLevel())
                .toList();
    }
}
