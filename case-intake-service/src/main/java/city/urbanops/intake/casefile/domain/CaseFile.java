package city.urbanops.intake.casefile.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A case file 案件.
 *
 * @param id the case's id
 * @param number what people quote
 * @param report what was reported
 * @param phase where it stands
 * @param round 1 at first, one more after each rework and reopening; facts of another round are superseded
 * @param classCode its class, {@link #UNCLASSIFIED} until somebody decides
 * @param conditionCode the filing condition, absent before filing
 * @param taxonomyVersion the standards it was filed under, absent before filing
 * @param filedAt when it was filed first
 * @param assignment who handles it, absent without a task
 * @param reworkCount failed checks so far
 * @param duplicateOf the case it follows, if it repeats one
 * @param closure how it ended, absent while open
 * @param referral where the matter belongs, if it is void for that; asked for only, while a request to void it waits
 * @param supervision what the centre itself has open on it
 * @param journal the end of its journal
 */
public record CaseFile(
        UUID id,
        String number,
        Report report,
        Phase phase,
        int round,
        String classCode,
        @Nullable String conditionCode,
        @Nullable String taxonomyVersion,
        @Nullable Instant filedAt,
        @Nullable Assignment assignment,
        int reworkCount,
        @Nullable UUID duplicateOf,
        @Nullable Closure closure,
        @Nullable Referral referral,
        Supervision supervision,
        JournalHead journal) {

    /** Stands for the class until one is chosen; in no taxonomy. */
    public static final String UNCLASSIFIED = "E0000";

    /** A case just reported. */
    public static CaseFile reported(UUID id, String number, Report report, @Nullable String classCode) {
        return new CaseFile(
                id,
                number,
                report,
                Phase.REPORTED,
                1,
                classCode == null ? UNCLASSIFIED : classCode,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                Supervision.NONE,
                JournalHead.EMPTY);
    }

    CaseFile in(Phase next) {
        return with(draft -> draft.phase = next);
    }

    CaseFile filed(FilingRow row, Instant at) {
        return with(draft -> {
            draft.report = row.urgent() ? report.asUrgent() : report;
            draft.phase = Phase.FILED;
            draft.classCode = row.classCode();
            draft.conditionCode = row.conditionCode();
            draft.taxonomyVersion = row.taxonomyVersion();
            draft.filedAt = filedAt == null ? at : filedAt;
            draft.assignment = null;
            draft.closure = null;
        });
    }

    CaseFile nextRound() {
        return with(draft -> draft.round = round + 1);
    }

    CaseFile reworked() {
        return nextRound().with(draft -> {
            draft.phase = Phase.HANDLING;
            draft.reworkCount = reworkCount + 1;
        });
    }

    CaseFile assigned(@Nullable Assignment next) {
        return with(draft -> draft.assignment = next);
    }

    CaseFile closed(Closure how) {
        return with(draft -> {
            draft.phase = Phase.CLOSED;
            draft.closure = how;
            draft.referral = null;
            draft.supervision = supervision.requested(null);
        });
    }

    CaseFile requested(@Nullable PendingRequest request) {
        return with(draft -> {
            draft.supervision = supervision.requested(request);
            draft.referral = null;
        });
    }

    CaseFile referred(@Nullable Referral where) {
        return with(draft -> draft.referral = where);
    }

    CaseFile voided(@Nullable Referral where) {
        return requested(null).in(Phase.VOID).referred(where);
    }

    CaseFile revisited() {
        return with(draft -> draft.supervision = supervision.revisited(round));
    }

    CaseFile checkSent() {
        return with(draft -> draft.supervision = supervision.checkSent(round));
    }

    CaseFile stage(@Nullable Instant dueAt, @Nullable Duration acceptRest) {
        return with(draft -> draft.supervision = supervision.stage(dueAt, acceptRest));
    }

    /** The case as a repetition of another: it loses its task, if it has one, and gets none. */
    public CaseFile linkedTo(UUID parent) {
        return with(draft -> {
            draft.duplicateOf = parent;
            draft.phase = Phase.REPORTED;
            draft.assignment = null;
            draft.referral = null;
            draft.supervision = supervision.requested(null);
        });
    }

    /** The case under a class that became known after it was reported. */
    CaseFile classed(String known) {
        return with(draft -> draft.classCode = known);
    }

    CaseFile unlinked() {
        return with(draft -> draft.duplicateOf = null);
    }

    /** The case with one more entry in its journal, made at the head of {@link #journal()}. */
    public CaseFile journalled(JournalEntry entry) {
        return with(draft -> draft.journal = JournalHead.after(entry));
    }

    private CaseFile with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** The fields that change in a case's life, open for one change. */
    private static final class Draft {

        private final CaseFile from;
        private Report report;
        private Phase phase;
        private int round;
        private String classCode;
        private @Nullable String conditionCode;
        private @Nullable String taxonomyVersion;
        private @Nullable Instant filedAt;
        private @Nullable Assignment assignment;
        private int reworkCount;
        private @Nullable UUID duplicateOf;
        private @Nullable Closure closure;
        private @Nullable Referral referral;
        private Supervision supervision;
        private JournalHead journal;

        Draft(CaseFile from) {
            this.from = from;
            report = from.report;
            phase = from.phase;
            round = from.round;
            classCode = from.classCode;
            conditionCode = from.conditionCode;
            taxonomyVersion = from.taxonomyVersion;
            filedAt = from.filedAt;
            assignment = from.assignment;
            reworkCount = from.reworkCount;
            duplicateOf = from.duplicateOf;
            closure = from.closure;
            referral = from.referral;
            supervision = from.supervision;
            journal = from.journal;
        }

        CaseFile finish() {
            return new CaseFile(
                    from.id,
                    from.number,
                    report,
                    phase,
                    round,
                    classCode,
                    conditionCode,
                    taxonomyVersion,
                    filedAt,
                    assignment,
                    reworkCount,
                    duplicateOf,
                    closure,
                    referral,
                    supervision,
                    journal);
        }
    }
}
