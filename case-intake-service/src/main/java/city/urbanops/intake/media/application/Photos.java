package city.urbanops.intake.media.application;

import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.intake.media.domain.Photo;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is known of photos; the pictures are in the {@link PhotoStore}. */
public interface Photos {

    /**
     * Adds an upload that has begun. Uploads of one account begin one after the other, so that two at once are both counted.
     *
     * @param most how many the account may have that no case has, this one included
     * @return false if it has so many already
     */
    Uni<Boolean> begin(Mutiny.StatelessSession session, Photo photo, int most);

    /** The photo, in whatever state. */
    Uni<Optional<Photo>> find(Mutiny.StatelessSession session, UUID id);

    /** The ready photos of a case, by kind and within a kind in the order they were attached. */
    Uni<List<Photo>> ofCase(Mutiny.StatelessSession session, UUID caseId);

    /** Makes an upload ready, whose objects are stored; false if it is not uploading any more. */
    Uni<Boolean> finish(Mutiny.StatelessSession session, UUID id, Photo.Contents contents);

    /** Marks an upload that came to nothing as going; false if it is not uploading any more. */
    Uni<Boolean> giveUp(Mutiny.StatelessSession session, UUID id);

    /**
     * Attaches those of the photos that are ready and either this account's, unattached, or the case's already.
     *
     * @return these, with their kinds
     */
    Uni<Map<UUID, MediaKind>> attach(
            Mutiny.StatelessSession session, Set<UUID> ids, UUID caseId, String account, Instant now);

    /** Those of the ids that are photos, in whatever state, locked in the order of their ids. */
    Uni<Map<UUID, Photo>> lock(Mutiny.StatelessSession session, Set<UUID> ids);

    /** Stores what locked photos have become part of. */
    Uni<Void> saveAttached(Mutiny.StatelessSession session, Collection<Photo> attached, Instant now);

    /** Those of the ids that are photos, in whatever state. */
    Uni<Set<UUID>> known(Mutiny.StatelessSession session, Set<UUID> ids);

    /**
     * Marks photos without a case that began before this time as going.
     *
     * @return those and such as were marked before and are still there, at most so many
     */
    Uni<List<UUID>> claimUnattached(Mutiny.StatelessSession session, Instant before, int most);

    /** Removes photos marked as going, whose objects are gone. */
    Uni<Void> remove(Mutiny.StatelessSession session, List<UUID> going);

    /** Ready photos whose pre-signed URL has run out since, at most so many. */
    Uni<List<UUID>> uploadsOver(Mutiny.StatelessSession session, Instant now, int most);

    /** Nothing more can have been uploaded for these, and what was has been removed. */
    Uni<Void> closeUploads(Mutiny.StatelessSession session, List<UUID> ids);
}
