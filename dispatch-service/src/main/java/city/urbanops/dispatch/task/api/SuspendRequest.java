package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.MediaReference;
import city.urbanops.kit.http.MediaName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suspension.
 *
 * @param until when the clock runs again by itself; mandatory
 * @param note remarks, up to 4,000 characters
 * @param opinion why, up to 4,000 characters
 * @param media photos by reference or id, or URIs of other systems, up to 20
 */
public record SuspendRequest(
        @NotNull Instant until,
        @Size(max = 4000) @Nullable String note,
        @Size(max = 4000) @Nullable String opinion,
        @Size(max = MediaReference.MOST) @Nullable List<@MediaName String> media) {

    StepRequest words() {
        return new StepRequest(note, opinion, media);
    }
}
