package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.MediaReference;
import city.urbanops.kit.http.MediaName;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of an assisting unit.
 *
 * @param department the unit; the caller's own when absent
 * @param note remarks, up to 4,000 characters
 * @param opinion what was done, up to 4,000 characters
 * @param media photos by reference or id, or URIs of other systems, up to 20
 */
public record PartRequest(
        @Size(max = 100) @Nullable String department,
        @Size(max = 4000) @Nullable String note,
        @Size(max = 4000) @Nullable String opinion,
        @Size(max = MediaReference.MOST) @Nullable List<@MediaName String> media) {

    static final PartRequest EMPTY = new PartRequest(null, null, null, null);

    StepRequest words() {
        return new StepRequest(note, opinion, media);
    }
}
