package city.urbanops.intake.casefile.api;

import city.urbanops.intake.casefile.application.Journal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a case's life. */
public record JournalView(
        int sequence,
        String type,
        Instant at,
        String actor,
        @Nullable String opinion,
        @Nullable String department,
        @Nullable Boolean superseded) {

    static JournalView of(Journal.Entry entry) {
        return new JournalView(
                entry.sequence(),
                entry.type(),
                entry.at(),
                entry.actor(),
                entry.opinion(),
                entry.department(),
                entry.superseded() ? true : null);
    }
}
