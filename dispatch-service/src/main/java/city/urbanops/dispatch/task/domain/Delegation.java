package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One move of a task inside its line of command: delegated to a unit below, or given back to one above.
 *
 * @param taskId the task
 * @param fromDepartment the unit it left
 * @param toDepartment the unit that got it
 * @param at when
 * @param actor the account
 * @param opinion why
 */
public record Delegation(
        UUID taskId,
        String fromDepartment,
        String toDepartment,
        Instant at,
        String actor,
        @Nullable String opinion) {}
