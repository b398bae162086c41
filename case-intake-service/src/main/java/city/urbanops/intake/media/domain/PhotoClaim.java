package city.urbanops.intake.media.domain;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a step that was done elsewhere asks of the photos it names: to become part of its case.
 *
 * @param account who did the step
 * @param round the case's round the step belongs to
 * @param handled the step says that the matter is handled, so that its pictures show it after that
 */
public record PhotoClaim(UUID caseId, String account, int round, boolean handled) {

    /**
     * Why the photo does not become part of the case.
     *
     * @param photo absent if there is none
     * @return empty if it does, or did already
     */
    public Optional<PhotoRefusal> refusalOf(@Nullable Photo photo) {
        if (photo == null || photo.state() == Photo.State.GOING) {
            return Optional.of(PhotoRefusal.UNKNOWN);
        }
        if (!photo.uploadedBy().equals(account)) {
            return Optional.of(PhotoRefusal.SOMEONE_ELSES);
        }
        if (photo.state() == Photo.State.UPLOADING) {
            return Optional.of(PhotoRefusal.NOT_FINISHED);
        }
        return photo.caseId() == null || photo.caseId().equals(caseId)
                ? Optional.empty()
                : Optional.of(PhotoRefusal.OF_ANOTHER_CASE);
    }

    /**
     * The photo as part of the case. What the first step said of it stays: a picture of one round is none of the next, however often
     * it is named.
     */
    public Photo onto(Photo photo) {
        return photo.caseId() == null
                ? photo.attached(caseId, round, handled && photo.kind() != MediaKind.BEFORE)
                : photo;
    }
}
