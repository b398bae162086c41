package city.urbanops.intake.duplicates.application;

import city.urbanops.intake.duplicates.domain.TextFingerprint;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stored fingerprints of reports' texts. */
public interface Fingerprints {

    /** The latest report that has one; empty if none has. */
    Uni<Optional<Instant>> latest(Mutiny.StatelessSession session);

    /** Reports since then without one, the oldest first, at most {@code limit}. */
    Uni<List<Unread>> unread(Mutiny.StatelessSession session, Instant since, int limit);

    /** Stores fingerprints; one that is there already stays. */
    Uni<Void> store(Mutiny.StatelessSession session, List<Read> fingerprints);

    /** Forgets those of reports before then. */
    Uni<Void> forget(Mutiny.StatelessSession session, Instant before);

    /** A report without a fingerprint. */
    record Unread(UUID caseId, String text, Instant reportedAt) {}

    /** A report's fingerprint. */
    record Read(UUID caseId, Instant reportedAt, TextFingerprint fingerprint) {}
}
