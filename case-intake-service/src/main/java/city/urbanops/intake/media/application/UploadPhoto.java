package city.urbanops.intake.media.application;

import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.intake.media.domain.Photo;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Takes a photo that came in the request. The row is there before the first object, so that whatever a crash leaves in the store is
 * found again; it is ready only after the last.
 */
@Singleton
public class UploadPhoto {

    private final BeginUpload begin;
    private final StorePicture storePicture;
    private final FinishUpload finish;
    private final Transactions transactions;
    private final OffLoop offLoop;
    private final MediaConfig config;
    private final Ids ids;
    private final Clock clock;

    UploadPhoto(
            BeginUpload begin,
            StorePicture storePicture,
            FinishUpload finish,
            Transactions transactions,
            OffLoop offLoop,
            MediaConfig config,
            Ids ids,
            Clock clock) {
        this.begin = begin;
        this.storePicture = storePicture;
        this.finish = finish;
        this.transactions = transactions;
        this.offLoop = offLoop;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a photo.
     *
     * @param file what was sent, on the disk
     * @param account who sent it
     * @return the photo, ready; fails with a problem of 409 (too many unattached), 413, 422 or 503, and then nothing is kept
     */
    public Uni<Photo> upload(MediaKind kind, Path file, String account) {
        var photo = Photo.begun(ids.next(), kind, account, clock.instant().truncatedTo(ChronoUnit.MICROS), null);
        return transactions
                .write(session -> begin.begin(session, photo))
                .chain(() -> offLoop.picture(() -> storePicture.store(photo.id(), read(file), "file")))
                .chain(contents -> finish.finish(photo, contents))
                .onFailure()
                .call(() -> finish.giveUp(photo.id()));
    }

    private byte[] read(Path file) throws IOException {
        if (Files.size(file) > config.mostBytes()) {
            throw CheckPicture.tooLarge(config.limits());
        }
        return Files.readAllBytes(file);
    }
}
