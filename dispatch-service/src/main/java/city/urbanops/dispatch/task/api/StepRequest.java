package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.MediaReference;
import city.urbanops.kit.http.MediaName;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a step; all optional unless the step says otherwise.
 *
 * @param note remarks, up to 4,000 characters
 * @param opinion why, up to 4,000 characters
 * @param media photos by reference or id, or URIs of other systems, up to 20
 */
public record StepRequest(
        @Size(max = 4000) @Nullable String note,
        @Size(max = 4000) @Nullable String opinion,
        @Size(max = MediaReference.MOST) @Nullable List<@MediaName String> media) {

    static final StepRequest EMPTY = new StepRequest(null, null, null);
}
