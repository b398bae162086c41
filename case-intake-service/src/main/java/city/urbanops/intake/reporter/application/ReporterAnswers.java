package city.urbanops.intake.reporter.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Answers owed to reporters: one for the case's own reporter and one for each report that follows it. */
public interface ReporterAnswers {

    /**
     * A case ended: everybody who reported it, can be reached, and did not say that there is to be no reply, is to be told.
     *
     * @param how the kind of its closure, or VOID
     */
    Uni<Void> owe(
            Mutiny.StatelessSession session, UUID caseId, int round, String how, @Nullable String opinion, Instant now);

    /** A case was opened again: answers not given yet would be wrong. */
    Uni<Void> withdraw(Mutiny.StatelessSession session, UUID caseId);

    /** Answers still to be given, the longest waiting first; at most {@code limit}. */
    Uni<List<Owed>> open(Mutiny.StatelessSession session, Optional<String> area, int limit);

    /** Marks all answers owed for a report as given. @return how many; 0 if none was open */
    Uni<Integer> given(Mutiny.StatelessSession session, UUID caseId, String actor, Instant now);

    /**
     * An answer to be given.
     *
     * @param caseId the report whose reporter waits
     * @param answeredFor the case that closed: the same one, or the one it follows
     * @param phone masked; revealing it is a step of its own
     */
    record Owed(
            UUID caseId,
            String caseNumber,
            UUID answeredFor,
            String closureKind,
            @Nullable String opinion,
            Instant dueSince,
            @Nullable String name,
            @Nullable String phone) {}
}
