package city.urbanops.sanitation.workorder.api;

import city.urbanops.contracts.MediaReference;
import city.urbanops.kit.http.MediaName;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an action; may be absent, as all in it may.
 *
 * @param note for the unit itself, at most 2000 characters
 * @param opinion for the case's journal, at most 2000 characters
 * @param media photos by reference or id, or URIs of other systems, at most 20
 */
public record ActionRequest(
        @Nullable @Size(max = 2000) String note,
        @Nullable @Size(max = 2000) String opinion,
        @Nullable @Size(max = MediaReference.MOST) List<@MediaName String> media) {

    static final ActionRequest EMPTY = new ActionRequest(null, null, null);
}
