package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.Point;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as handed in, checked in form but not against the city's data.
 *
 * @param classCode absent if the reporter cannot tell
 * @param conditionCode absent for the class's default row
 * @param occurredAt absent for now
 * @param sourceNo its number in the handing-in system
 * @param duplicateOf the case it repeats, as the person who takes it in has seen
 * @param selfHandled true if the patrol put it right at once
 * @param answer what whoever asked was told on the spot
 * @param resubmissionOf the number of a returned report that comes again with this one
 * @param digest of everything above, to recognise a repetition
 */
public record ReportCommand(
        Channel channel,
        String text,
        @Nullable String classCode,
        @Nullable String conditionCode,
        @Nullable Point point,
        @Nullable String areaCode,
        @Nullable String address,
        @Nullable String reporterName,
        @Nullable String reporterPhone,
        boolean urgent,
        @Nullable Instant occurredAt,
        @Nullable String sourceNo,
        @Nullable UUID duplicateOf,
        boolean selfHandled,
        @Nullable String answer,
        @Nullable String resubmissionOf,
        String digest) {

    /** A report nobody has linked or dealt with. */
    public ReportCommand(
            Channel channel,
            String text,
            @Nullable String classCode,
            @Nullable String conditionCode,
            @Nullable Point point,
            @Nullable String areaCode,
            @Nullable String address,
            @Nullable String reporterName,
            @Nullable String reporterPhone,
            boolean urgent,
            @Nullable Instant occurredAt,
            @Nullable String sourceNo,
            String digest) {
        this(
                channel,
                text,
                classCode,
                conditionCode,
                point,
                areaCode,
                address,
                reporterName,
                reporterPhone,
                urgent,
                occurredAt,
                sourceNo,
                null,
                false,
                null,
                null,
                digest);
    }
}
