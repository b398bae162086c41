package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a case file; each becomes one journal entry and one event. */
public sealed interface CaseChange {

    /** The words that go into the journal, if any. */
    @Nullable
    String opinion();

    record Reported() implements CaseChange {
        @Override
        public @Nullable String opinion() {
            return null;
        }
    }

    record Verified(Finding finding, @Nullable String opinion) implements CaseChange {}

    record Filed(FilingRow row, Instant at, @Nullable String opinion) implements CaseChange {}

    record Voided(String opinion) implements CaseChange {}

    record Linked(UUID parent, boolean automatic, String reason) implements CaseChange {
        @Override
        public String opinion() {
            return reason;
        }
    }

    record ReworkRequested(int count, String opinion) implements CaseChange {}

    record Closed(Closure closure, @Nullable String opinion) implements CaseChange {}

    record Reopened(FilingRow row, Instant at, @Nullable String opinion) implements CaseChange {}
}
