package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The handling clock stopped 挂账.
 *
 * @param context common to all events of a case
 * @param until when it resumes by itself
 * @param opinion why
 */
public record TaskSuspended(
        @JsonUnwrapped CaseContext context,
        Instant until,
        @Nullable String opinion) implements CaseEvent {}
