package city.urbanops.intake.reporter.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who reported what: stored encrypted, shown masked. */
public interface Reporters {

    /** Stores who reported a case; nothing to store is nothing done. */
    Uni<Void> store(Mutiny.StatelessSession session, UUID caseId, Reporter reporter);

    /** The masked form, if the case has a reporter. */
    Uni<Optional<Masked>> masked(Mutiny.StatelessSession session, UUID caseId);

    /**
     * Who reported, in the clear; the caller writes into the journal who asked and why.
     *
     * @return empty if the case has no reporter
     */
    Uni<Optional<Reporter>> reveal(Mutiny.StatelessSession session, UUID caseId);

    /** What recognises a caller without telling who it is: a keyed digest of the phone's digits, in hexadecimal. */
    String callerToken(String phone);

    /** A reporter as lists show it. */
    record Masked(@Nullable String name, @Nullable String phone) {}
}
