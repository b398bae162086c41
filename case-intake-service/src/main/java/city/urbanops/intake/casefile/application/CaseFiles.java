package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.DuplicateRule.Candidate;
import city.urbanops.intake.casefile.domain.Point;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stored case files. */
public interface CaseFiles {

    /** A new case number, unique; numbers may have gaps. */
    Uni<String> nextNumber(Mutiny.StatelessSession session, Instant now);

    /** Stores a new case. */
    Uni<Void> add(Mutiny.StatelessSession session, CaseFile file);

    /** The case, locked until the transaction ends; absent if there is none. */
    Uni<Optional<CaseFile>> lock(Mutiny.StatelessSession session, UUID id);

    /** All those that exist, locked in the order of their ids, so that two batches cannot lock each other out. */
    Uni<Map<UUID, CaseFile>> lockAll(Mutiny.StatelessSession session, Collection<UUID> ids);

    /** Stores changed cases. */
    Uni<Void> save(Mutiny.StatelessSession session, List<CaseFile> files);

    /** True if other reports follow the case. */
    Uni<Boolean> hasFollowers(Mutiny.StatelessSession session, UUID id);

    /** Those of the reports that no other follows and that nobody has parted from another case by hand. */
    Uni<Set<UUID>> standing(Mutiny.StatelessSession session, Collection<UUID> ids);

    /**
     * The same as {@link #nearby} for stored reports, were they of these classes; not locked. Only those that wait with another class, or
     * none, and have something around them.
     */
    Uni<Map<UUID, Surroundings>> around(
            Mutiny.StatelessSession session, Map<UUID, String> classes, double radiusMeters, Duration window);

    /** Cases of the class that a report at that place and time may repeat; a superset, the rule decides. */
    Uni<List<Candidate>> nearby(
            Mutiny.StatelessSession session,
            String classCode,
            Point point,
            double radiusMeters,
            Instant occurredAt,
            Duration window);

    /** A stored report's place and time, and the cases that may be repeated by it; a superset, the rule decides. */
    record Surroundings(Point point, Instant occurredAt, List<Candidate> candidates) {

        /** The candidates of both; place and time are the same. */
        public Surroundings and(Surroundings other) {
            return new Surroundings(
                    point,
                    occurredAt,
                    Stream.concat(candidates.stream(), other.candidates.stream())
                            .toList());
        }
    }
}
