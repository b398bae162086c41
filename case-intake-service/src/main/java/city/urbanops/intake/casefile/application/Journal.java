package city.urbanops.intake.casefile.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The append-only journal of a case. */
public interface Journal {

    /** Appends entries. */
    Uni<Void> append(Mutiny.StatelessSession session, List<Entry> entries);

    /**
     * One step.
     *
     * @param sequence 1 for the first of the case, without gaps
     * @param type the event's type
     * @param at when it happened
     * @param actor who did it
     * @param opinion in their words
     * @param department the unit responsible then
     * @param superseded true if it came too late to change the case
     * @param eventId the event it is about
     */
    record Entry(
            UUID caseId,
            int sequence,
            String type,
            Instant at,
            String actor,
            @Nullable String opinion,
            @Nullable String department,
            boolean superseded,
            UUID eventId) {}
}
