package city.urbanops.dispatch.task.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which task, unit and round a fact of another service is about.
 *
 * @param taskId the task; absent when the fact does not say
 * @param department the unit that did it; absent when the fact does not say
 * @param round the round it was done in
 */
public record FactOrigin(@Nullable UUID taskId, @Nullable String department, int round) {

    boolean concerns(Task task) {
        return round == task.round()
                && (taskId == null || taskId.equals(task.taskId()))
                && (department == null || department.equals(task.department()));
    }
}
