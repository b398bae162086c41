package city.urbanops.intake.reporter.application;

import city.urbanops.intake.reporter.domain.PromisedReply;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Replies that were promised, one for a report at most. */
public interface PromisedReplies {

    /** Keeps the promise made to whoever reported. */
    Uni<Void> add(Mutiny.StatelessSession session, UUID caseId, PromisedReply reply);

    /** The reporter wants no reply: none is owed when the case closes either. */
    Uni<Void> decline(Mutiny.StatelessSession session, UUID caseId);

    /** What was promised for a report, if anything. */
    Uni<Optional<PromisedReply>> of(Mutiny.StatelessSession session, UUID caseId);

    /** The same, locked until the transaction ends. */
    Uni<Optional<PromisedReply>> lock(Mutiny.StatelessSession session, UUID caseId);

    /** Stores what became of a promise. */
    Uni<Void> save(Mutiny.StatelessSession session, UUID caseId, PromisedReply reply);

    /** Reports of which something is overdue that nobody was told of, the longest first; not locked. */
    Uni<List<UUID>> lapsed(Mutiny.StatelessSession session, Instant now);
}
