package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a case file; each becomes one journal entry and, unless it is {@link InternalChange}, one event. */
public sealed interface CaseChange {

    /** The words that go into the journal, if any. */
    @Nullable
    String opinion();

    /**
     * It came in.
     *
     * @param byPerson true if a person took it in, not a system
     */
    record Reported(boolean byPerson) implements CaseChange {

        Reported() {
            this(false);
        }

        @Override
        public @Nullable String opinion() {
            return null;
        }
    }

    /**
     * A patrol is to look.
     *
     * @param dueAt when it had to be sent, absent if no person sent it
     */
    record VerificationRequested(
            @Nullable String opinion, @Nullable Instant dueAt) implements CaseChange {

        VerificationRequested(@Nullable String opinion) {
            this(opinion, null);
        }
    }

    /**
     * A patrol has looked.
     *
     * @param dueAt when it had to have answered
     */
    record Verified(
            Finding finding,
            @Nullable String opinion,
            @Nullable Instant dueAt) implements CaseChange {}

    /**
     * It became a case.
     *
     * @param dueAt when it had to be filed, absent if no person filed it
     */
    record Filed(
            FilingRow row,
            Instant at,
            @Nullable String opinion,
            @Nullable Instant dueAt) implements CaseChange {

        Filed(FilingRow row, Instant at, @Nullable String opinion) {
            this(row, at, opinion, null);
        }
    }

    /**
     * It is not fit for filing.
     *
     * @param referral where the matter belongs instead, absent if that is nowhere
     */
    record Voided(String opinion, @Nullable Referral referral) implements CaseChange {

        Voided(String opinion) {
            this(opinion, null);
        }
    }

    /** A question was answered as it came in 直接答复, and needs nothing more. */
    record Answered(Closure closure, String opinion) implements CaseChange {}

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

    /**
     * Somebody is sent to check.
     *
     * @param dueAt when it had to be sent
     */
    record CheckRequested(
            @Nullable String opinion, @Nullable Instant dueAt) implements CaseChange {}

    /**
     * The check failed.
     *
     * @param checkDueAt when the check was due
     */
    record ReworkRequested(
            int count, String opinion, @Nullable Instant checkDueAt) implements CaseChange {}

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
