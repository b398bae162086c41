package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.WorkingCalendar;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of the ladder a waiting task climbs 升级.
 *
 * @param level 1 for the first; a higher level comes later
 * @param trigger when: {@code 80%} of the limit used, {@code due}, or so long after it, such as {@code due+1wd}
 * @param audience who is meant to look at it, in words
 * @param source where the step comes from
 */
public record EscalationStep(int level, String trigger, String audience, String source) {

    private static final Pattern PERCENT = Pattern.compile("([1-9][0-9]?)%");
    private static final String DUE = "due";
    private static final String AFTER_DUE = DUE + "+";

    /** @throws IllegalArgumentException when the level is below 1 or the trigger none of the three forms */
    public EscalationStep {
        if (level < 1) {
            throw new IllegalArgumentException("An escalation has level 1 or more, not " + level);
        }
        if (trigger.startsWith(AFTER_DUE)) {
            TimeLimit.parse(trigger.substring(AFTER_DUE.length()));
        } else if (!trigger.equals(DUE) && !PERCENT.matcher(trigger).matches()) {
            throw new IllegalArgumentException(
                    "An escalation comes at 80%%, due or due+1wd, not '%s'".formatted(trigger));
        }
    }

    /** When a running clock reaches this step; empty while it stands before that. */
    Optional<Instant> at(HandlingClock clock, WorkingCalendar calendar) {
        Matcher percent = PERCENT.matcher(trigger);
        if (percent.matches()) {
            return Deadlines.used(
                    Integer.parseInt(percent.group(1)),
                    clock.from(),
                    clock.limit().extended(clock.extensions()),
                    calendar,
                    clock.pauses());
        }
        return Optional.of(
                trigger.equals(DUE)
                        ? clock.dueAt()
                        : Deadlines.due(
                                clock.dueAt(), TimeLimit.parse(trigger.substring(AFTER_DUE.length())), calendar));
    }

    /** Whether it comes before the deadline: a warning to the unit 黄灯, and no escalation in any figure. */
    boolean isWarning() {
        return PERCENT.matcher(trigger).matches();
    }

    /** One sentence for the journal. */
    String reason() {
        if (trigger.equals(DUE)) {
            return "The deadline has passed; for " + audience + ".";
        }
        return trigger.startsWith(AFTER_DUE)
                ? "The deadline passed %s ago; for %s.".formatted(trigger.substring(AFTER_DUE.length()), audience)
                : "%s of the limit are used; for %s.".formatted(trigger, audience);
    }
}
