package city.urbanops.intake.casefile.api;

import city.urbanops.intake.casefile.domain.Assignment;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Closure;
import city.urbanops.intake.media.api.MediaView;
import city.urbanops.intake.reporter.application.Reporters.Masked;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case file as people and programs see it; the reporter is masked, and absent in lists, as are the channel's details, the photos,
 * which come by kind, and those units named in vain.
 */
public record CaseView(
        UUID caseId,
        String caseNumber,
        String phase,
        String channel,
        String classCode,
        @Nullable String conditionCode,
        String text,
        boolean urgent,
        String areaCode,
        @Nullable String district,
        @Nullable String grid,
        @Nullable LocationView location,
        @Nullable String address,
        Instant occurredAt,
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable String department,
        @Nullable UUID taskId,
        @Nullable Instant dueAt,
        int round,
        int reworkCount,
        @Nullable UUID duplicateOf,
        @Nullable String closureKind,
        @Nullable Instant closedAt,
        @Nullable String sourceNo,
        @Nullable Masked reporter,
        @Nullable String taxonomyVersion,
        @Nullable String pendingRequest,
        @Nullable Instant stageDueAt,
        @Nullable JsonNode details,
        @Nullable List<MediaView> media,
        @Nullable List<RefusedPhotoView> refusedMedia,
        @Nullable ReferralView referral,
        @Nullable UUID resubmissionOf) {

    static CaseView of(CaseFile file) {
        return of(file, Optional.empty(), Optional.empty(), null, List.of(), Optional.empty());
    }

    static CaseView of(
            CaseFile file,
            Optional<Masked> reporter,
            Optional<JsonNode> details,
            @Nullable List<MediaView> media,
            List<RefusedPhotoView> refusedMedia,
            Optional<UUID> resubmissionOf) {
        var report = file.report();
        var place = report.place();
        var assignment = Optional.ofNullable(file.assignment());
        var closure = Optional.ofNullable(file.closure());
        return new CaseView(
                file.id(),
                file.number(),
                file.phase().name(),
                report.channel().name(),
                file.classCode(),
                file.conditionCode(),
                report.text(),
                report.urgent(),
                place.areaCode(),
                place.districtCode(),
                place.gridCode(),
                LocationView.of(place.point()),
                place.address(),
                report.occurredAt(),
                report.reportedAt(),
                file.filedAt(),
                assignment.map(Assignment::department).orElse(null),
                assignment.map(Assignment::taskId).orElse(null),
                assignment.map(Assignment::dueAt).orElse(null),
                file.round(),
                file.reworkCount(),
                file.duplicateOf(),
                closure.map(how -> how.kind().name()).orElse(null),
                closure.map(Closure::at).orElse(null),
                report.sourceNo(),
                reporter.orElse(null),
                file.taxonomyVersion(),
                Optional.ofNullable(file.supervision().request())
                        .map(request -> request.kind().name())
                        .orElse(null),
                file.supervision().stageDueAt(),
                details.orElse(null),
                media,
                refusedMedia.isEmpty() ? null : refusedMedia,
                ReferralView.of(file.referral()),
                resubmissionOf.orElse(null));
    }
}
