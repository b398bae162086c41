package city.urbanops.dispatch.task.api;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a step; all optional unless the step says otherwise.
 *
 * @param note remarks, up to 4,000 characters
 * @param opinion why, up to 4,000 characters
 * @param media references to pictures, up to 20
 */
public record StepRequest(
        @Size(max = 4000) @Nullable String note,
        @Size(max = 4000) @Nullable String opinion,
        @Size(max = 20) @Nullable List<@Size(max = 500) String> media) {

    static final StepRequest EMPTY = new StepRequest(null, null, null);
}
