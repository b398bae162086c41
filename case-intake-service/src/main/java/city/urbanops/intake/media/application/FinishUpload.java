package city.urbanops.intake.media.application;

import city.urbanops.intake.media.domain.Photo;
import city.urbanops.intake.media.domain.Photo.Contents;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The end of an upload: ready, or gone without a trace. */
@Singleton
class FinishUpload {

    private static final Logger LOG = Logger.getLogger(FinishUpload.class);

    private final Photos photos;
    private final PhotoStore store;
    private final Transactions transactions;
    private final OffLoop offLoop;

    FinishUpload(Photos photos, PhotoStore store, Transactions transactions, OffLoop offLoop) {
        this.photos = photos;
        this.store = store;
        this.transactions = transactions;
        this.offLoop = offLoop;
    }

    /** Makes a photo ready whose objects are stored. Whoever comes second finds it so, and its own objects go. */
    Uni<Photo> finish(Photo photo, Contents contents) {
        return transactions
                .write(session -> photos.finish(session, photo.id(), contents)
                        .chain(done -> photos.find(session, photo.id()).map(found -> new Finished(done, found))))
                .call(finished -> finished.done() ? Uni.createFrom().voidItem() : discard(contents))
                .map(finished -> finished.photo()
                        .filter(found -> found.state() == Photo.State.READY)
                        .orElseThrow(PhotoQueries::noSuchPhoto));
    }

    /** Removes an upload that came to nothing; what cannot be removed now the cleaning job removes later. */
    Uni<Void> giveUp(UUID id) {
        return transactions
                .write(session -> photos.giveUp(session, id))
                .chain(going -> going ? remove(id) : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf("upload %s is left to the cleaning job: %s", id, failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> remove(UUID id) {
        return offLoop.store(() -> {
                    store.deleteAll(ObjectKeys.all(id));
                    return true;
                })
                .chain(() -> transactions.write(session -> photos.remove(session, List.of(id))));
    }

    private Uni<Void> discard(Contents contents) {
        return offLoop.store(() -> {
                    store.delete(contents.objectKey());
                    store.delete(ObjectKeys.thumbnail(contents.objectKey()));
                    return true;
                })
                .onFailure()
                .invoke(failure -> LOG.warnf("object %s stays: %s", contents.objectKey(), failure.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private record Finished(boolean done, Optional<Photo> photo) {}
}
