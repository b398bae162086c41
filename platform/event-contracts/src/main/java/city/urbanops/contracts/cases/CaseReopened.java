package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A closed case was opened again: back to filed, in a new round, to be dispatched anew.
 *
 * @param context common to all events of a case
 * @param conditionCode the filing condition of the new round
 * @param timeLimit its limit to handle
 * @param opinion why
 * @param reopenedAt when
 */
public record CaseReopened(
        @JsonUnwrapped CaseContext context,
        String conditionCode,
        String timeLimit,
        @Nullable String opinion,
        Instant reopenedAt)
        implements CaseEvent {}
