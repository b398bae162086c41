package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was reported; only its urgency may rise, when it is filed.
 *
 * @param channel how it came in
 * @param text masked; empty if only pictures came
 * @param urgent marked urgent by the reporter, or filed under an urgent condition
 * @param place where
 * @param occurredAt when the reporter saw it
 * @param reportedAt when we accepted it
 * @param publisher the account that handed it in
 * @param sourceNo its number there, unique per channel and publisher
 */
public record Report(
        Channel channel,
        String text,
        boolean urgent,
        Place place,
        Instant occurredAt,
        Instant reportedAt,
        String publisher,
        @Nullable String sourceNo) {

    /** The report as an urgent item 急要件, because of the condition it is filed under. */
    Report asUrgent() {
        return new Report(channel, text, true, place, occurredAt, reportedAt, publisher, sourceNo);
    }
}
