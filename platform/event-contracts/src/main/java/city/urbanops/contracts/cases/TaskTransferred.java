package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The task moved to another unit 改派; {@code department} is the new one.
 *
 * @param context common to all events of a case
 * @param fromDepartment the unit it left
 * @param workplace where the new unit works on it
 * @param dueAt the deadline of the new unit
 * @param caseNumber the number people quote
 * @param text masked text of the report
 * @param opinion why
 */
public record TaskTransferred(
        @JsonUnwrapped CaseContext context,
        String fromDepartment,
        Workplace workplace,
        Instant dueAt,
        String caseNumber,
        String text,
        @Nullable String opinion)
        implements CaseEvent {}
