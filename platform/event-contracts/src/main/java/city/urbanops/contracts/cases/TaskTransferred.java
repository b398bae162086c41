package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The task moved to another unit 改派; {@code department} is the new one. With a {@code chain} it moved inside one line of command,
 * delegated 下派 to a unit below or come back from it: no transfer in any figure, and the same clock.
 *
 * @param context common to all events of a case
 * @param fromDepartment the unit it left
 * @param workplace where the new unit works on it
 * @param dueAt the deadline of the new unit
 * @param caseNumber the number people quote
 * @param text masked text of the report
 * @param opinion why
 * @param chain the units of the line the task moved in, from the one the centre gave it to down to {@code department}; its first unit
 *     answers for the case. Absent for a transfer, and in older events
 */
public record TaskTransferred(
        @JsonUnwrapped CaseContext context,
        String fromDepartment,
        Workplace workplace,
        Instant dueAt,
        String caseNumber,
        String text,
        @Nullable String opinion,
        @Nullable List<String> chain)
        implements CaseEvent {

    public TaskTransferred {
        chain = chain == null ? null : List.copyOf(chain);
    }

    /** A transfer to a unit of another line. */
    public TaskTransferred(
            CaseContext context,
            String fromDepartment,
            Workplace workplace,
            Instant dueAt,
            String caseNumber,
            String text,
            @Nullable String opinion) {
        this(context, fromDepartment, workplace, dueAt, caseNumber, text, opinion, null);
    }

    /** Whether it moved up or down inside one line of command. */
    public boolean staysInLine() {
        return chain != null;
    }
}
