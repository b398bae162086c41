package city.urbanops.sanitation.workorder.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task a cleaning unit has to handle on site.
 *
 * @param taskId dispatch's task; one work order each
 * @param caseId the case
 * @param caseNumber the number people quote
 * @param department the unit that has it
 * @param state how far the work has come
 * @param classCode kind, major and minor class, for example {@code E0110}
 * @param areaCode smallest known area; a prefix is its parent
 * @param channel how the report came in
 * @param dueAt the deadline, as dispatch published it; never computed here
 * @param suspendedUntil present while dispatch has stopped the clock 挂账
 * @param round 1 for the first handling, one more after each rework or reopening
 * @param text masked text of the report
 */
public record WorkOrder(
        UUID taskId,
        UUID caseId,
        String caseNumber,
        String department,
        WorkOrderState state,
        String classCode,
        String areaCode,
        String channel,
        Instant dueAt,
        @Nullable Instant suspendedUntil,
        int round,
        String text) {

    WorkOrder in(WorkOrderState next) {
        return in(next, round);
    }

    WorkOrder in(WorkOrderState next, int nextRound) {
        return new WorkOrder(
                taskId,
                caseId,
                caseNumber,
                department,
                next,
                classCode,
                areaCode,
                channel,
                dueAt,
                suspendedUntil,
                nextRound,
                text);
    }

    WorkOrder timed(Instant due, @Nullable Instant suspended) {
        return new WorkOrder(
                taskId,
                caseId,
                caseNumber,
                department,
                state,
                classCode,
                areaCode,
                channel,
                due,
                suspended,
                round,
                text);
    }
}
