package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is handling the case now, as dispatch says.
 *
 * @param taskId dispatch's task
 * @param department the lead unit
 * @param dueAt the deadline in force
 */
public record Assignment(UUID taskId, String department, Instant dueAt) {

    Assignment dueAt(Instant moved) {
        return new Assignment(taskId, department, moved);
    }
}
