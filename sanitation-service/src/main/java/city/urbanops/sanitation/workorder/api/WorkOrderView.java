package city.urbanops.sanitation.workorder.api;

import city.urbanops.sanitation.workorder.domain.WorkOrder;
import city.urbanops.sanitation.workorder.domain.WorkOrderState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work order as clients see it.
 *
 * @param taskId dispatch's task
 * @param caseId the case
 * @param caseNumber the number people quote
 * @param department the unit that has it
 * @param state how far the work has come
 * @param classCode kind, major and minor class
 * @param areaCode smallest known area
 * @param dueAt the deadline, as dispatch set it
 * @param suspendedUntil present while dispatch has stopped the clock
 * @param round 1 for the first handling
 * @param text masked text of the report
 */
public record WorkOrderView(
        UUID taskId,
        UUID caseId,
        String caseNumber,
        String department,
        WorkOrderState state,
        String classCode,
        String areaCode,
        Instant dueAt,
        @Nullable Instant suspendedUntil,
        int round,
        String text) {

    static WorkOrderView of(WorkOrder order) {
        var task = order.task();
        return new WorkOrderView(
                task.taskId(),
                task.caseId(),
                task.caseNumber(),
                task.department(),
                order.state(),
                task.classCode(),
                task.areaCode(),
                task.dueAt(),
                task.suspendedUntil(),
                task.round(),
                task.text());
    }
}
