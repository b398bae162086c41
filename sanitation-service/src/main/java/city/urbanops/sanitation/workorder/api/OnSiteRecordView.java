package city.urbanops.sanitation.workorder.api;

import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.OnSiteStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step done on site.
 *
 * @param step what was done
 * @param round in which round
 * @param at when
 * @param actor the account
 * @param opinion what the case's journal shows
 * @param note the unit's own words
 * @param media references of photos and recordings; may be empty
 */
public record OnSiteRecordView(
        OnSiteStep step,
        int round,
        Instant at,
        String actor,
        @Nullable String opinion,
        @Nullable String note,
        List<String> media) {

    static OnSiteRecordView of(OnSiteRecord step) {
        return new OnSiteRecordView(
                step.step(), step.round(), step.at(), step.actor(), step.opinion(), step.note(), step.media());
    }
}
