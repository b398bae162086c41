package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a case file; each becomes one journal entry and, unless it is {@link InternalChange}, one event. */
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

    record VerificationRequested(@Nullable String opinion) implements CaseChange {}

    record Verified(Finding finding, @Nullable String opinion) implements CaseChange {}

    record Filed(FilingRow row, Instant at, @Nullable String opinion) implements CaseChange {}

    record Voided(String opinion) implements CaseChange {}

    record Linked(UUID parent, boolean automatic, String reason) implements CaseChange {
        @Override
        public String opinion() {
            return reason;
        }

        /** The same with the words of whoever filed the report behind its reason, if there are any. */
        Linked saying(@Nullable String words) {
            return words == null ? this : new Linked(parent, automatic, reason + "; " + words);
        }
    }

    record ReworkRequested(int count, String opinion) implements CaseChange {}

    /**
     * The case ended.
     *
     * @param checkDueAt when the check was due, absent if the case was closed without one
     */
    record Closed(
            Closure closure,
            @Nullable String opinion,
            @Nullable Instant checkDueAt) implements CaseChange {

        Closed(Closure closure, @Nullable String opinion) {
            this(closure, opinion, null);
        }
    }

    record Reopened(FilingRow row, Instant at, @Nullable String opinion) implements CaseChange {}

    /** The reporter was asked whether it is resolved. */
    record Revisited(
            boolean resolved, boolean satisfied, @Nullable String opinion) implements CaseChange {}

    /** The report no longer follows another case. */
    record Unlinked(UUID from, String opinion) implements CaseChange {}

    /** Changes that concern nobody outside the centre: in the journal, but no event. */
    sealed interface InternalChange extends CaseChange {

        /** The entry's type. */
        String journalType();
    }

    /** Somebody asked the shift leader for it. */
    record Asked(PendingRequest.Kind kind, String opinion) implements InternalChange {
        @Override
        public String journalType() {
            return kind == PendingRequest.Kind.VOID ? "case.void-requested" : "case.forced-close-requested";
        }
    }

    /** The shift leader refused it. */
    record RequestRefused(PendingRequest.Kind kind, String opinion) implements InternalChange {
        @Override
        public String journalType() {
            return kind == PendingRequest.Kind.VOID ? "case.void-refused" : "case.forced-close-refused";
        }
    }
}
