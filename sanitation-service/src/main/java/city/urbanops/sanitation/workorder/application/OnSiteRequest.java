package city.urbanops.sanitation.workorder.application;

import city.urbanops.sanitation.workorder.domain.OnSiteStep;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step a crew wants to do.
 *
 * @param taskId the work order
 * @param step which
 * @param opinion for the case's journal
 * @param note for the unit itself
 * @param media references of photos and recordings; may be empty
 */
public record OnSiteRequest(
        UUID taskId,
        OnSiteStep step,
        @Nullable String opinion,
        @Nullable String note,
        List<String> media) {

    public OnSiteRequest {
        media = List.copyOf(media);
    }
}
