package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The unit took the task on 签收.
 *
 * @param context common to all events of a case
 * @param opinion its words
 */
public record TaskSigned(
        @JsonUnwrapped CaseContext context, @Nullable String opinion) implements CaseEvent {}
