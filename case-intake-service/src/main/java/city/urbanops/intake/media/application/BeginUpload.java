package city.urbanops.intake.media.application;

import city.urbanops.intake.media.domain.Photo;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/** Notes that an upload has begun, unless its account already has too many photos that belong to nothing. */
@Singleton
class BeginUpload {

    private final Photos photos;
    private final MediaConfig config;

    BeginUpload(Photos photos, MediaConfig config) {
        this.photos = photos;
        this.config = config;
    }

    /**
     * Begins an upload.
     *
     * @return fails with a problem of 409 if the account has as many unattached photos as it may
     */
    Uni<Void> begin(Mutiny.StatelessSession session, Photo photo) {
        var most = config.mostUnattachedOf().getOrDefault(photo.uploadedBy(), config.mostUnattached());
        return photos.begin(session, photo, most)
                .invoke(begun -> {
                    if (!begun) {
                        throw tooMany(most);
                    }
                })
                .replaceWithVoid();
    }

    private ProblemException tooMany(int most) {
        return new ProblemException(Problem.conflict(
                "too-many-unattached-photos",
                ("An account may have %d photos that no report or step has named. Name them in one; those nobody names are removed"
                                + " %s after their upload.")
                        .formatted(most, config.keepUnattached())));
    }
}
