package city.urbanops.intake.media.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.MediaReference;
import city.urbanops.intake.media.domain.Photo;
import city.urbanops.intake.media.domain.PhotoClaim;
import city.urbanops.intake.media.domain.PhotoRefusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes the photos that units show with their steps part of the cases: for a whole batch by one read and one write. Nobody waits for an
 * answer, so what cannot be attached is no error, but said in the journal (ADR 0085).
 */
@Singleton
public class ClaimPhotos {

    private final Photos photos;
    private final MeterRegistry meters;
    private final Clock clock;

    ClaimPhotos(Photos photos, MeterRegistry meters, Clock clock) {
        this.photos = photos;
        this.meters = meters;
        this.clock = clock;
    }

    /** Locks the photos named, to be claimed; the cases are locked already. */
    public Uni<Claims> open(Mutiny.StatelessSession session, Stream<String> named) {
        var ids = named.flatMap(reference -> MediaReference.idOf(reference).stream())
                .collect(Collectors.toUnmodifiableSet());
        return ids.isEmpty()
                ? Uni.createFrom().item(new Claims(Map.of()))
                : photos.lock(session, ids).map(Claims::new);
    }

    /** Stores what was claimed. */
    public Uni<Void> save(Mutiny.StatelessSession session, Claims claims) {
        claims.refused.forEach(reason -> meters.counter("urbanops.intake.photos.refused", "reason", reason.name())
                .increment());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return claims.changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : photos.saveAttached(
                        session, claims.changed.stream().map(claims.known::get).toList(), now);
    }

    /** The photos of one batch, claimed in memory in the order of the steps. */
    public static final class Claims {

        private final Map<UUID, Photo> known;
        private final Set<UUID> changed = new LinkedHashSet<>();
        private final List<PhotoRefusal> refused = new ArrayList<>();

        private Claims(Map<UUID, Photo> locked) {
            known = new HashMap<>(locked);
        }

        /** Claims what a step names. */
        public Claimed claim(List<String> named, PhotoClaim claim) {
            var attached = new ArrayList<String>();
            var refusals = new LinkedHashMap<String, PhotoRefusal>();
            for (var reference : named) {
                claim(reference, claim)
                        .ifPresentOrElse(reason -> refusals.put(reference, reason), () -> attached.add(reference));
            }
            refused.addAll(refusals.values());
            return new Claimed(attached, refusals);
        }

        private Optional<PhotoRefusal> claim(String reference, PhotoClaim claim) {
            var id = MediaReference.idOf(reference).orElse(null);
            if (id == null) {
                return Optional.of(PhotoRefusal.NO_REFERENCE);
            }
            var photo = known.get(id);
            var refusal = claim.refusalOf(photo);
            if (photo != null && refusal.isEmpty()) {
                take(photo, claim.onto(photo));
            }
            return refusal;
        }

        private void take(Photo before, Photo after) {
            if (!after.equals(before)) {
                known.put(after.id(), after);
                changed.add(after.id());
            }
        }
    }

    /**
     * What became of the photos one step names.
     *
     * @param attached references, in their order
     * @param refused references with the reason, in their order
     */
    public record Claimed(List<String> attached, Map<String, PhotoRefusal> refused) {

        /** True if the step names none. */
        public boolean isEmpty() {
            return attached.isEmpty() && refused.isEmpty();
        }

        /** For the journal: {@code media} as a supervision step has it, and beside it {@code refusedMedia} with the reasons. */
        public String asJson() {
            var json = ContractJson.mapper().createObjectNode();
            if (!attached.isEmpty()) {
                json.set("media", ContractJson.mapper().valueToTree(attached));
            }
            if (!refused.isEmpty()) {
                var reasons = json.putArray("refusedMedia");
                refused.forEach((reference, reason) ->
                        reasons.addObject().put("ref", reference).put("reason", reason.name()));
            }
            return json.toString();
        }
    }
}
