package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit that sees a task without having it.
 *
 * @param department its code
 * @param role why it sees it
 * @param addedAt since when
 * @param reportedAt when it last reported its part; absent before, and for those that only watch
 * @param opinion what it reported
 */
public record Party(
        String department,
        Role role,
        Instant addedAt,
        @Nullable Instant reportedAt,
        @Nullable String opinion) {

    /** Why a unit sees a task it does not have. */
    public enum Role {
        /** It helps, and reports its part 协办. */
        ASSISTING,
        /** It watches: the district of a double dispatch 双派单, or a unit that delegated the task 下派. */
        SUPERVISING,
        /** It had the case first 首接 and passed it on, so it stays answerable and helps. */
        FIRST_RECIPIENT;

        /** Whether it reports a part of its own. */
        public boolean reports() {
            return this != SUPERVISING;
        }
    }
}
