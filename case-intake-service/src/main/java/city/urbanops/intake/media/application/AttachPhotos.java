package city.urbanops.intake.media.application;

import city.urbanops.contracts.MediaReference;
import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes the photos that a report or a step names part of its case, in the same transaction. */
@Singleton
public class AttachPhotos {

    private final Photos photos;
    private final Clock clock;

    AttachPhotos(Photos photos, Clock clock) {
        this.photos = photos;
        this.clock = clock;
    }

    /**
     * Attaches photos to a case.
     *
     * @param account who names them; until they have a case they are its own alone
     * @return fails with a problem of 422 naming the first that cannot be attached
     */
    public Uni<Void> attach(Mutiny.StatelessSession session, UUID caseId, String account, List<Mention> mentions) {
        var ids = mentions.stream().map(Mention::id).collect(Collectors.toUnmodifiableSet());
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return photos.attach(session, ids, caseId, account, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .chain(attached -> foreign(session, mentions, attached).invoke(foreign -> mentions.stream()
                        .filter(mention -> !foreign.contains(mention.id()))
                        .forEach(mention -> mention.check(attached))))
                .replaceWithVoid();
    }

    /** Ids that may be another system's, and are: no photo here has them. */
    private Uni<Set<UUID>> foreign(
            Mutiny.StatelessSession session, List<Mention> mentions, Map<UUID, MediaKind> attached) {
        var doubtful = mentions.stream()
                .filter(mention -> mention.mayBeForeign() && !attached.containsKey(mention.id()))
                .map(Mention::id)
                .collect(Collectors.toUnmodifiableSet());
        return doubtful.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : photos.known(session, doubtful).map(known -> doubtful.stream()
                        .filter(id -> !known.contains(id))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * A photo named in a request.
     *
     * @param field where
     * @param mayBeForeign true if the id may be one of another system
     * @param kindField where the request says what kind it is, absent if it does not
     */
    public record Mention(
            String field,
            UUID id,
            boolean mayBeForeign,
            @Nullable String kindField,
            @Nullable MediaKind kind) {

        /**
         * The photos of a list of URIs; those of other systems are left out.
         *
         * @throws ProblemException 422 if one claims to be ours and is malformed
         */
        public static Stream<Mention> in(String field, @Nullable List<String> uris) {
            return uris == null
                    ? Stream.empty()
                    : IntStream.range(0, uris.size())
                            .mapToObj(i -> of("%s[%d]".formatted(field, i), uris.get(i)))
                            .flatMap(Optional::stream);
        }

        /** A photo that another system may have under this id as well. */
        public static Mention ofAnySystem(String field, UUID id, String kindField, MediaKind kind) {
            return new Mention(field, id, true, kindField, kind);
        }

        private static Optional<Mention> of(String field, String uri) {
            if (!MediaReference.isOurs(uri)) {
                return Optional.empty();
            }
            return Optional.of(MediaReference.idOf(uri)
                    .map(id -> new Mention(field, id, false, null, null))
                    .orElseThrow(() -> refused(field, "names no photo")));
        }

        private void check(Map<UUID, MediaKind> attached) {
            var found = attached.get(id);
            if (found == null) {
                throw refused(field, "names no finished upload of yours that is free");
            }
            if (kindField != null && kind != found) {
                throw refused(kindField, "is not what it was uploaded as: " + found);
            }
        }

        private static ProblemException refused(String field, String message) {
            return new ProblemException(Problem.unprocessable(field, message));
        }
    }
}
