package city.urbanops.intake.media.api;

import city.urbanops.contracts.MediaReference;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.intake.media.domain.Photo;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo.
 *
 * @param ref what reports and steps name it by, in {@code media}
 * @param takenAt as the camera says
 * @param position where the camera says it was; for the uploader and central roles only
 * @param positionOutsideCity true if that is in no area of the city; absent if it is or nothing is known
 * @param caseId absent until a report or a step has named it
 * @param afterHandling true if it shows the matter after handling, for the comparison; absent otherwise
 * @param round the round of the case a unit handed it in for, absent if it came otherwise
 */
public record MediaView(
        UUID mediaId,
        String ref,
        MediaKind kind,
        String contentType,
        int width,
        int height,
        long bytes,
        @Nullable Instant takenAt,
        @Nullable Position position,
        @Nullable Boolean positionOutsideCity,
        @Nullable UUID caseId,
        @Nullable Boolean afterHandling,
        @Nullable Integer round) {

    /** The photo, which is ready; its position only if wanted. */
    public static MediaView of(Photo photo, boolean withPosition) {
        var contents = photo.contents();
        if (contents == null) {
            throw new ProblemException(Problem.notFound("There is no such photo."));
        }
        return new MediaView(
                photo.id(),
                MediaReference.of(photo.id()),
                photo.kind(),
                contents.contentType(),
                contents.width(),
                contents.height(),
                contents.bytes(),
                contents.takenAt(),
                withPosition ? Position.of(contents.position()) : null,
                (withPosition && contents.outsideCity()) ? true : null,
                photo.caseId(),
                photo.showsItHandled() ? true : null,
                photo.round());
    }

    /** WGS-84 degrees. */
    public record Position(double lng, double lat) {

        static @Nullable Position of(@Nullable Point point) {
            return point == null ? null : new Position(point.lng(), point.lat());
        }
    }
}
