package city.urbanops.intake.media.application;

import city.urbanops.intake.media.application.PhotoStore.SignedUpload;
import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.intake.media.domain.Photo;
import city.urbanops.intake.media.domain.Photo.Promise;
import city.urbanops.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Gives the right to put one file into the store past this service; it counts for nothing until {@link CompleteUpload} has seen it. */
@Singleton
public class PromiseUpload {

    private final BeginUpload begin;
    private final PhotoStore store;
    private final MediaConfig config;
    private final Ids ids;
    private final Clock clock;

    PromiseUpload(BeginUpload begin, PhotoStore store, MediaConfig config, Ids ids, Clock clock) {
        this.begin = begin;
        this.store = store;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Promises an upload.
     *
     * @param account who will upload
     * @return the photo and the right; fails with a problem of 409 (too many unattached), 413 or 503
     */
    public Uni<Promised> promise(
            Mutiny.StatelessSession session,
            MediaKind kind,
            String contentType,
            long bytes,
            @Nullable String sha256,
            String account) {
        if (bytes > config.mostBytes()) {
            return Uni.createFrom().failure(CheckPicture.tooLarge(config.limits()));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var promise = new Promise(
                contentType,
                bytes,
                sha256 == null ? null : sha256.toLowerCase(Locale.ROOT),
                now.plus(config.uploadWithin()));
        var photo = Photo.begun(ids.next(), kind, account, now, promise);
        return Uni.createFrom()
                .item(() -> store.sign(ObjectKeys.incoming(photo.id()), contentType, bytes, config.uploadWithin()))
                .call(() -> begin.begin(session, photo))
                .map(signed -> new Promised(photo, promise, signed));
    }

    /** What the client gets to know. */
    public record Promised(Photo photo, Promise promise, SignedUpload signed) {}
}
