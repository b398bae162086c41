package city.urbanops.intake.media.application;

import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Removes photos that nobody made part of a case. Marked first, then their objects, then their rows: whoever is killed on the way, or
 * does the same at the same time, leaves nothing that the next one does not find.
 */
@Singleton
class RemoveUnattached {

    private static final int AT_ONCE = 100;

    private final Photos photos;
    private final PhotoStore store;
    private final Transactions transactions;
    private final OffLoop offLoop;
    private final MediaConfig config;
    private final Clock clock;

    RemoveUnattached(
            Photos photos,
            PhotoStore store,
            Transactions transactions,
            OffLoop offLoop,
            MediaConfig config,
            Clock clock) {
        this.photos = photos;
        this.store = store;
        this.transactions = transactions;
        this.offLoop = offLoop;
        this.config = config;
        this.clock = clock;
    }

    /** Removes some of them, and what was put to URLs after their photos were complete. */
    Uni<Void> removeSome() {
        var now = clock.instant();
        return transactions
                .write(session -> photos.claimUnattached(session, now.minus(config.keepUnattached()), AT_ONCE))
                .chain(going -> going.isEmpty() ? Uni.createFrom().voidItem() : remove(going))
                .chain(() -> transactions.read(session -> photos.uploadsOver(session, now, AT_ONCE)))
                .chain(over -> over.isEmpty() ? Uni.createFrom().voidItem() : close(over));
    }

    private Uni<Void> remove(List<UUID> going) {
        return offLoop.store(() -> {
                    going.forEach(id -> store.deleteAll(ObjectKeys.all(id)));
                    return true;
                })
                .chain(() -> transactions.write(session -> photos.remove(session, going)));
    }

    private Uni<Void> close(List<UUID> over) {
        return offLoop.store(() -> {
                    over.forEach(id -> store.delete(ObjectKeys.incoming(id)));
                    return true;
                })
                .chain(() -> transactions.write(session -> photos.closeUploads(session, over)));
    }
}
