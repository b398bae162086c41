package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The task was brought to a higher level because it waited too long, or its unit was warned that it soon will be.
 *
 * @param context common to all events of a case
 * @param level 1 for the first
 * @param reason which limit was passed
 * @param warning true when the deadline has not passed yet: the unit is warned 黄灯 and nobody above it told, so that nothing was
 *     escalated; absent means false
 */
public record TaskEscalated(
        @JsonUnwrapped CaseContext context,
        int level,
        String reason,
        @Nullable Boolean warning) implements CaseEvent {

    /** Whether it counts as an escalation 升级. */
    public boolean counts() {
        return !Boolean.TRUE.equals(warning);
    }
}
