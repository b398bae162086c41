package city.urbanops.intake.media.application;

import city.urbanops.intake.casefile.application.CaseQueries;
import city.urbanops.intake.media.domain.Photo;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Scope;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Shows photos: to their uploader, and those of a case to those who see the case. */
@Singleton
public class PhotoQueries {

    private static final Logger LOG = Logger.getLogger(PhotoQueries.class);

    private final Photos photos;
    private final CaseQueries cases;
    private final PhotoStore store;
    private final Transactions transactions;
    private final OffLoop offLoop;

    PhotoQueries(Photos photos, CaseQueries cases, PhotoStore store, Transactions transactions, OffLoop offLoop) {
        this.photos = photos;
        this.cases = cases;
        this.store = store;
        this.transactions = transactions;
        this.offLoop = offLoop;
    }

    /** A ready photo; fails with a problem of 404 if there is none, or none for this account. */
    public Uni<Photo> find(UUID id, String account, Scope scope) {
        return transactions.read(session -> photos.find(session, id)
                .map(found -> found.filter(photo -> photo.state() == Photo.State.READY)
                        .orElseThrow(PhotoQueries::noSuchPhoto))
                .chain(photo -> mayBeSeen(session, photo, account, scope).map(allowed -> {
                    if (!allowed) {
                        throw noSuchPhoto();
                    }
                    return photo;
                })));
    }

    /** The photos of a case that the caller has found to be visible, by kind. */
    public Uni<List<Photo>> ofCase(Mutiny.StatelessSession session, UUID caseId) {
        return photos.ofCase(session, caseId);
    }

    /** A copy of the picture, or of its thumbnail, as a file of the caller's, who deletes it. */
    public Uni<Path> copy(Photo photo, boolean thumbnail) {
        var contents = photo.contents();
        if (contents == null) {
            throw noSuchPhoto();
        }
        var key = thumbnail ? ObjectKeys.thumbnail(contents.objectKey()) : contents.objectKey();
        return offLoop.store(() -> copy(key));
    }

    private Path copy(String key) throws IOException {
        var directory = Files.createTempDirectory("urbanops-photo");
        var file = directory.resolve("photo");
        try {
            if (store.copyTo(key, file)) {
                return file;
            }
        } catch (RuntimeException e) {
            Files.deleteIfExists(file);
            Files.delete(directory);
            throw e;
        }
        Files.delete(directory);
        throw noSuchPhoto();
    }

    /** Deletes such a copy, some time soon. */
    public void forget(Path copy) {
        offLoop.store(() -> {
                    Files.deleteIfExists(copy);
                    return Files.deleteIfExists(parent(copy));
                })
                .subscribe()
                .with(gone -> {}, failure -> LOG.warnf("a copy of a photo stays: %s", failure.toString()));
    }

    private static Path parent(Path copy) {
        return Objects.requireNonNull(copy.getParent(), "a copy lies in a directory of its own");
    }

    private Uni<Boolean> mayBeSeen(Mutiny.StatelessSession session, Photo photo, String account, Scope scope) {
        var caseId = photo.caseId();
        var own = photo.uploadedBy().equals(account);
        return own || caseId == null
                ? Uni.createFrom().item(own)
                : cases.find(session, caseId, scope).map(found -> found.isPresent());
    }

    static ProblemException noSuchPhoto() {
        return new ProblemException(Problem.notFound("There is no such photo."));
    }
}
