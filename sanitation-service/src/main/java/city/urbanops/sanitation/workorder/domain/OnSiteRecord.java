package city.urbanops.sanitation.workorder.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step as it is kept: who did what on site, when, and what they said.
 *
 * @param taskId the work order
 * @param round the round of the work order
 * @param step what was done
 * @param actor the account
 * @param at when
 * @param opinion for the case's journal
 * @param note for the unit itself; goes nowhere else
 * @param media references of photos and recordings; may be empty
 */
public record OnSiteRecord(
        UUID taskId,
        int round,
        OnSiteStep step,
        String actor,
        Instant at,
        @Nullable String opinion,
        @Nullable String note,
        List<String> media) {

    public OnSiteRecord {
        media = List.copyOf(media);
    }
}
