package city.urbanops.dispatch.learning.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed case of a former system.
 *
 * @param caseId the case
 * @param openedAt when it was reported there
 * @param classCode its class; {@link Example#UNCLASSIFIED} when there is none
 * @param areaCode the smallest known area
 * @param channel how the report came in
 * @param text masked beginning of the report
 * @param unit the unit that had it; absent when it names none
 */
public record ImportedCase(
        UUID caseId,
        Instant openedAt,
        String classCode,
        String areaCode,
        String channel,
        String text,
        @Nullable String unit) {}
