package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, before it has its place in the journal.
 *
 * @param type the event's type, or {@code case.…} for what only the journal tells
 * @param at when it happened; kept to the microsecond
 * @param actor who did it
 * @param opinion in their words
 * @param department the unit responsible then
 * @param superseded true if it came too late to change the case
 * @param eventId the event it is about
 * @param details evidence and results as JSON, absent if there is none
 */
public record JournalStep(
        String type,
        Instant at,
        String actor,
        @Nullable String opinion,
        @Nullable String department,
        boolean superseded,
        UUID eventId,
        @Nullable String details) {

    JournalStep at(Instant exact) {
        return new JournalStep(type, exact, actor, opinion, department, superseded, eventId, details);
    }
}
