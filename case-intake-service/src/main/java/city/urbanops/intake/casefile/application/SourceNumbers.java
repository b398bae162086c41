package city.urbanops.intake.casefile.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Numbers of handing-in systems, each taken once, forever. */
public interface SourceNumbers {

    /**
     * Takes a number for a case.
     *
     * @param digest of the report, to tell a repetition from a different report under the same number
     * @return empty if it was free and is now taken; else who has it
     */
    Uni<Optional<Taken>> take(
            Mutiny.StatelessSession session,
            String publisher,
            String channel,
            String sourceNo,
            UUID caseId,
            String digest);

    /** Who has a number, if anybody. */
    Uni<Optional<Taken>> find(Mutiny.StatelessSession session, String publisher, String channel, String sourceNo);

    /** A number that was taken before. */
    record Taken(UUID caseId, String digest) {}
}
