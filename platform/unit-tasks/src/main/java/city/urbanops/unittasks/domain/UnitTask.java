package city.urbanops.unittasks.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dispatch's task as the unit that has it sees it. Dispatch owns all of it.
 *
 * @param taskId the task
 * @param caseId the case
 * @param caseNumber the number people quote
 * @param department the unit that has it
 * @param classCode kind, major and minor class, for example {@code E0304}
 * @param areaCode smallest known area; a prefix is its parent
 * @param channel how the report came in
 * @param dueAt the deadline, as dispatch published it; never computed here
 * @param suspendedUntil present while dispatch has stopped the clock 挂账
 * @param round 1 for the first handling, one more after each rework or reopening
 * @param text masked text of the report
 */
public record UnitTask(
        UUID taskId,
        UUID caseId,
        String caseNumber,
        String department,
        String classCode,
        String areaCode,
        String channel,
        Instant dueAt,
        @Nullable Instant suspendedUntil,
        int round,
        String text) {

    /** The same with another deadline and clock. */
    public UnitTask timed(Instant due, @Nullable Instant suspended) {
        return new UnitTask(
                taskId, caseId, caseNumber, department, classCode, areaCode, channel, due, suspended, round, text);
    }

    /** The same in another round. */
    public UnitTask inRound(int next) {
        return new UnitTask(
                taskId,
                caseId,
                caseNumber,
                department,
                classCode,
                areaCode,
                channel,
                dueAt,
                suspendedUntil,
                next,
                text);
    }
}
