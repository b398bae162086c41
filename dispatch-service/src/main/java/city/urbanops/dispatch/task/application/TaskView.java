package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskRecord;
import city.urbanops.dispatch.task.domain.TaskState;
import city.urbanops.dispatch.units.domain.Workplace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the public face shows it (DESIGN §9).
 *
 * @param taskId its id
 * @param caseId its case
 * @param caseNumber the number people quote
 * @param department the unit that has it
 * @param state where it stands
 * @param classCode kind, major and minor class
 * @param dueAt the deadline in force; while the clock stands, the one it had before
 * @param round the round of the case
 * @param workplace where the unit works on it
 * @param areaCode the smallest known area
 * @param extensions how often it was extended
 * @param suspendedUntil when a suspension ends by itself; absent otherwise
 * @param returnOpinion why the unit wants to return it; absent otherwise
 * @param records what people added to its steps, the oldest first; absent in lists
 */
public record TaskView(
        UUID taskId,
        UUID caseId,
        String caseNumber,
        String department,
        TaskState state,
        String classCode,
        Instant dueAt,
        int round,
        Workplace workplace,
        String areaCode,
        int extensions,
        @Nullable Instant suspendedUntil,
        @Nullable String returnOpinion,
        @Nullable List<TaskRecord> records) {

    static TaskView of(Task task) {
        return with(task, null);
    }

    static TaskView with(Task task, @Nullable List<TaskRecord> records) {
        return new TaskView(
                task.taskId(),
                task.caseId(),
                task.facts().caseNumber(),
                task.department(),
                task.state(),
                task.facts().classCode(),
                task.clock().dueAt(),
                task.round(),
                task.holder().workplace(),
                task.facts().areaCode(),
                task.clock().extensions(),
                task.clock().suspendedUntil(),
                task.progress().returnOpinion(),
                records);
    }
}
