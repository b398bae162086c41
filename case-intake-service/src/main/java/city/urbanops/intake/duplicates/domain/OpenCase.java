package city.urbanops.intake.duplicates.domain;

import city.urbanops.intake.casefile.domain.Point;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open case that may be meant.
 *
 * @param text of the report that was found, which may be one that follows the case
 * @param sameCaller true if the same phone reported it
 */
public record OpenCase(
        UUID caseId,
        String caseNumber,
        String classCode,
        String text,
        @Nullable Point point,
        Instant occurredAt,
        boolean sameCaller) {

    OpenCase ofSameCaller() {
        return new OpenCase(caseId, caseNumber, classCode, text, point, occurredAt, true);
    }
}
