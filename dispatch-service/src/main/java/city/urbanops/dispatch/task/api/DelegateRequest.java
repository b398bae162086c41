package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.MediaReference;
import city.urbanops.kit.http.MediaName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delegation.
 *
 * @param unit the code of the unit below; mandatory
 * @param note remarks, up to 4,000 characters
 * @param opinion what is expected, up to 4,000 characters
 * @param media photos by reference or id, or URIs of other systems, up to 20
 */
public record DelegateRequest(
        @NotBlank @Size(max = 100) String unit,
        @Size(max = 4000) @Nullable String note,
        @Size(max = 4000) @Nullable String opinion,
        @Size(max = MediaReference.MOST) @Nullable List<@MediaName String> media) {

    StepRequest words() {
        return new StepRequest(note, opinion, media);
    }
}
