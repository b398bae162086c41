package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is handling the case now, as dispatch says; of an imported case, as the former system said.
 *
 * @param taskId dispatch's task; absent for an imported case, which has none
 * @param department the lead unit
 * @param dueAt the deadline in force; absent where the former system named none
 */
public record Assignment(
        @Nullable UUID taskId, String department, @Nullable Instant dueAt) {

    Assignment dueAt(Instant moved) {
        return new Assignment(taskId, department, moved);
    }
}
