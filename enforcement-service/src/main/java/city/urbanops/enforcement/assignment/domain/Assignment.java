package city.urbanops.enforcement.assignment.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task an enforcement unit has to handle on site.
 *
 * @param taskId dispatch's task; one assignment each
 * @param caseId the case
 * @param caseNumber the number people quote
 * @param department the unit that has it
 * @param state how far the work has come
 * @param classCode kind, major and minor class, for example {@code E0304}
 * @param areaCode smallest known area; a prefix is its parent
 * @param channel how the report came in
 * @param dueAt the deadline, as dispatch published it; never computed here
 * @param suspendedUntil present while dispatch has stopped the clock 挂账
 * @param round 1 for the first handling, one more after each rework or reopening
 * @param text masked text of the report
 */
public record Assignment(
        UUID taskId,
        UUID caseId,
        String caseNumber,
        String department,
        AssignmentState state,
        String classCode,
        String areaCode,
        String channel,
        Instant dueAt,
        @Nullable Instant suspendedUntil,
        int round,
        String text) {

    Assignment in(AssignmentState next) {
        return in(next, round);
    }

    Assignment in(AssignmentState next, int nextRound) {
        return new Assignment(
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

    Assignment timed(Instant due, @Nullable Instant suspended) {
        return new Assignment(
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
