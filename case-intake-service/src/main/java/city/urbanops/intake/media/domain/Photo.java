package city.urbanops.intake.media.domain;

import city.urbanops.intake.casefile.domain.Point;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo, from the first byte that was announced.
 *
 * @param uploadedBy the account; until the photo is attached to a case, it alone sees it
 * @param promise what was announced of a pre-signed upload, absent for one that came in the request
 * @param contents what is stored, absent until it has been checked
 * @param caseId the case it belongs to, absent until a report or a step names it
 * @param round the round of the case a unit handed it in for, absent if it came otherwise
 * @param afterHandling a unit handed it in as what the matter looks like now that it is handled
 */
public record Photo(
        UUID id,
        MediaKind kind,
        State state,
        String uploadedBy,
        Instant createdAt,
        @Nullable Promise promise,
        @Nullable Contents contents,
        @Nullable UUID caseId,
        @Nullable Integer round,
        boolean afterHandling) {

    /** An upload that has begun. */
    public static Photo begun(UUID id, MediaKind kind, String uploadedBy, Instant now, @Nullable Promise promise) {
        return new Photo(id, kind, State.UPLOADING, uploadedBy, now, promise, null, null, null, false);
    }

    Photo attached(UUID toCase, int inRound, boolean showsItHandled) {
        return new Photo(id, kind, state, uploadedBy, createdAt, promise, contents, toCase, inRound, showsItHandled);
    }

    /** True if it shows the matter after handling, whoever says so: the unit by handing it in, or the uploader by its kind. */
    public boolean showsItHandled() {
        return afterHandling || kind == MediaKind.AFTER;
    }

    /** How far it is. */
    public enum State {
        /** Nothing to see yet. */
        UPLOADING,
        /** Checked and stored. */
        READY,
        /** Being removed. */
        GOING
    }

    /**
     * What a client means to upload by itself.
     *
     * @param sha256 of the file, 64 small hexadecimal digits
     * @param until when the right to upload ends
     */
    public record Promise(
            String contentType, long bytes, @Nullable String sha256, Instant until) {}

    /**
     * What is stored.
     *
     * @param objectKey where, in the object store
     * @param takenAt as the camera says
     * @param position as the camera says, WGS-84; kept in the row only: neither in the picture nor in an event or log
     * @param outsideCity true if that position is in no area of the city
     */
    public record Contents(
            String objectKey,
            String contentType,
            int width,
            int height,
            long bytes,
            @Nullable Instant takenAt,
            @Nullable Point position,
            boolean outsideCity) {

        /** Says no position: it must not reach a log. */
        @Override
        public String toString() {
            return "Contents[" + objectKey + "]";
        }
    }
}
