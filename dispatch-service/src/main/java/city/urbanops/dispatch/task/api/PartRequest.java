package city.urbanops.dispatch.task.api;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of an assisting unit.
 *
 * @param department the unit; the caller's own when absent
 * @param note remarks, up to 4,000 characters
 * @param opinion what was done, up to 4,000 characters
 * @param media references to pictures, up to 20
 */
public record PartRequest(
        @Size(max = 100) @Nullable String department,
        @Size(max = 4000) @Nullable String note,
        @Size(max = 4000) @Nullable String opinion,
        @Size(max = 20) @Nullable List<@Size(max = 500) String> media) {

    static final PartRequest EMPTY = new PartRequest(null, null, null, null);

    StepRequest words() {
        return new StepRequest(note, opinion, media);
    }
}
