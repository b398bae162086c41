package city.urbanops.intake.media.application;

import city.urbanops.intake.media.domain.Photo;
import city.urbanops.intake.media.domain.Photo.Contents;
import city.urbanops.intake.media.domain.Photo.Promise;
import city.urbanops.intake.media.domain.Photo.State;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at what a client has put into the store by itself: it becomes a photo like any other, or is removed. */
@Singleton
public class CompleteUpload {

    private static final Logger LOG = Logger.getLogger(CompleteUpload.class);
    private static final String NOT_UPLOADED = "not-uploaded";

    private final Photos photos;
    private final PhotoStore store;
    private final StorePicture storePicture;
    private final FinishUpload finish;
    private final Transactions transactions;
    private final OffLoop offLoop;
    private final MediaConfig config;

    CompleteUpload(
            Photos photos,
            PhotoStore store,
            StorePicture storePicture,
            FinishUpload finish,
            Transactions transactions,
            OffLoop offLoop,
            MediaConfig config) {
        this.photos = photos;
        this.store = store;
        this.storePicture = storePicture;
        this.finish = finish;
        this.transactions = transactions;
        this.offLoop = offLoop;
        this.config = config;
    }

    /**
     * Completes an upload; once it is complete, again and again with the same answer.
     *
     * @param account who asks, which must be who was promised it
     * @return the photo, ready; fails with a problem of 404, 409 (nothing was uploaded yet), 413, 422 (unusable, and removed) or 503
     */
    public Uni<Photo> complete(UUID id, String account) {
        return transactions
                .read(session -> photos.find(session, id))
                .map(found -> found.filter(photo -> photo.uploadedBy().equals(account) && photo.state() != State.GOING)
                        .orElseThrow(PhotoQueries::noSuchPhoto))
                .chain(photo -> photo.state() == State.READY ? Uni.createFrom().item(photo) : check(photo));
    }

    private Uni<Photo> check(Photo photo) {
        var promise = photo.promise();
        if (promise == null) {
            throw notUploaded();
        }
        return offLoop.picture(() -> store(photo, promise))
                .chain(contents -> finish.finish(photo, contents))
                .call(ready -> removeIncoming(ready.id()))
                .onFailure(CompleteUpload::isOfTheFile)
                .call(() -> finish.giveUp(photo.id()))
                .onFailure(CompleteUpload::isNotUploaded)
                .recoverWithUni(failure -> readyMeanwhile(photo.id(), failure));
    }

    private Contents store(Photo photo, Promise promise) {
        var file = store.read(ObjectKeys.incoming(photo.id()), config.mostBytes())
                .orElseThrow(CompleteUpload::notUploaded);
        if (file.length > config.mostBytes()) {
            throw CheckPicture.tooLarge(config.limits());
        }
        if (file.length != promise.bytes()) {
            throw new ProblemException(Problem.unprocessable(
                    "bytes",
                    "is not what was uploaded: %d were promised, %d came".formatted(promise.bytes(), file.length)));
        }
        if (differs(file, promise.sha256())) {
            throw new ProblemException(Problem.unprocessable("sha256", "is not that of what was uploaded"));
        }
        return storePicture.store(photo.id(), file, "file");
    }

    private static boolean differs(byte[] file, @Nullable String sha256) {
        try {
            return sha256 != null
                    && !sha256.equals(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of two that complete at once the slower finds the file gone and the photo ready. */
    private Uni<Photo> readyMeanwhile(UUID id, Throwable otherwise) {
        return transactions
                .read(session -> photos.find(session, id))
                .map(found -> found.filter(photo -> photo.state() == State.READY))
                .chain(found -> found.map(photo -> Uni.createFrom().item(photo))
                        .orElseGet(() -> Uni.createFrom().failure(otherwise)));
    }

    private Uni<Void> removeIncoming(UUID id) {
        return offLoop.store(() -> {
                    store.delete(ObjectKeys.incoming(id));
                    return true;
                })
                .onFailure()
                .invoke(failure -> LOG.warnf("upload %s is left to the cleaning job: %s", id, failure.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** The file itself is to blame, so another attempt would end no better. */
    private static boolean isOfTheFile(Throwable failure) {
        return failure instanceof ProblemException refusal
                && (refusal.problem().status() == 413 || refusal.problem().status() == 422);
    }

    private static boolean isNotUploaded(Throwable failure) {
        return failure instanceof ProblemException refusal
                && refusal.problem().name().equals(NOT_UPLOADED);
    }

    private static ProblemException notUploaded() {
        return new ProblemException(
                Problem.conflict(NOT_UPLOADED, "Nothing has been uploaded yet; put the file to its uploadUrl first."));
    }
}
