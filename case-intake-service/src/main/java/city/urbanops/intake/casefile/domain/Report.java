package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was reported; never changes.
 *
 * @param channel how it came in
 * @param text masked; empty if only pictures came
 * @param urgent marked urgent by the reporter
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
        @Nullable String sourceNo) {}
