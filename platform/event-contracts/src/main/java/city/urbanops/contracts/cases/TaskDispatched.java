package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit got the task 派遣; its handling clock runs from now.
 *
 * @param context common to all events of a case
 * @param caseNumber the number people quote
 * @param workplace where the unit works on it
 * @param timeLimit the limit the deadline was computed from
 * @param limitReason why it is not the filing condition's own limit
 * @param dueAt the deadline, computed once
 * @param automatic dispatched by rule, not by a dispatcher
 * @param assistingUnits units that help the lead unit; may be empty
 * @param text masked text of the report
 * @param reason in one sentence why it went there
 * @param supervisingUnits units that get a copy to supervise 双派单; absent when there is none
 * @param dispatchDueAt when the dispatcher had to have done so; absent when a rule dispatched it, and in older events
 */
public record TaskDispatched(
        @JsonUnwrapped CaseContext context,
        String caseNumber,
        Workplace workplace,
        String timeLimit,
        @Nullable String limitReason,
        Instant dueAt,
        boolean automatic,
        List<String> assistingUnits,
        String text,
        String reason,
        @Nullable List<String> supervisingUnits,
        @Nullable Instant dispatchDueAt)
        implements CaseEvent {

    public TaskDispatched {
        assistingUnits = List.copyOf(assistingUnits);
        supervisingUnits = supervisingUnits == null ? null : List.copyOf(supervisingUnits);
    }

    /** A dispatch nobody supervises besides the centre. */
    public TaskDispatched(
            CaseContext context,
            String caseNumber,
            Workplace workplace,
            String timeLimit,
            @Nullable String limitReason,
            Instant dueAt,
            boolean automatic,
            List<String> assistingUnits,
            String text,
            String reason) {
        this(
                context,
                caseNumber,
                workplace,
                timeLimit,
                limitReason,
                dueAt,
                automatic,
                assistingUnits,
                text,
                reason,
                null,
                null);
    }
}
