package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The unit reported it handled 反馈: the handling clock stops, the check begins.
 *
 * @param context common to all events of a case
 * @param handedBackAt when
 * @param dueAt the deadline in force
 * @param opinion its words
 */
public record TaskHandedBack(
        @JsonUnwrapped CaseContext context,
        Instant handedBackAt,
        Instant dueAt,
        @Nullable String opinion) implements CaseEvent {}
