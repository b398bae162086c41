package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import java.util.UUID;
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
 * @param filedAt when it was filed first
 * @param assignment who handles it, absent without a task
 * @param reworkCount failed checks so far
 * @param duplicateOf the case it follows, if it repeats one
 * @param closure how it ended, absent while open
 * @param journalLength entries in its journal so far
 */
public record CaseFile(
        UUID id,
        String number,
        Report report,
        Phase phase,
        int round,
        String classCode,
        @Nullable String conditionCode,
        @Nullable Instant filedAt,
        @Nullable Assignment assignment,
        int reworkCount,
        @Nullable UUID duplicateOf,
        @Nullable Closure closure,
        int journalLength) {

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
                0,
                null,
                null,
                0);
    }

    CaseFile in(Phase next) {
        return new CaseFile(
                id,
                number,
                report,
                next,
                round,
                classCode,
                conditionCode,
                filedAt,
                assignment,
                reworkCount,
                duplicateOf,
                closure,
                journalLength);
    }

    CaseFile filed(FilingRow row, Instant at) {
        return new CaseFile(
                id,
                number,
                report,
                Phase.FILED,
                round,
                row.classCode(),
                row.conditionCode(),
                filedAt == null ? at : filedAt,
                null,
                reworkCount,
                duplicateOf,
                null,
                journalLength);
    }

    CaseFile nextRound() {
        return new CaseFile(
                id,
                number,
                report,
                phase,
                round + 1,
                classCode,
                conditionCode,
                filedAt,
                assignment,
                reworkCount,
                duplicateOf,
                closure,
                journalLength);
    }

    CaseFile reworked() {
        return new CaseFile(
                id,
                number,
                report,
                Phase.HANDLING,
                round + 1,
                classCode,
                conditionCode,
                filedAt,
                assignment,
                reworkCount + 1,
                duplicateOf,
                closure,
                journalLength);
    }

    CaseFile assigned(@Nullable Assignment next) {
        return new CaseFile(
                id,
                number,
                report,
                phase,
                round,
                classCode,
                conditionCode,
                filedAt,
                next,
                reworkCount,
                duplicateOf,
                closure,
                journalLength);
    }

    CaseFile closed(Closure how) {
        return new CaseFile(
                id,
                number,
                report,
                Phase.CLOSED,
                round,
                classCode,
                conditionCode,
                filedAt,
                assignment,
                reworkCount,
                duplicateOf,
                how,
                journalLength);
    }

    /** The case as a repetition of another: it never gets a task. */
    public CaseFile linkedTo(UUID parent) {
        return new CaseFile(
                id,
                number,
                report,
                phase,
                round,
                classCode,
                conditionCode,
                filedAt,
                assignment,
                reworkCount,
                parent,
                closure,
                journalLength);
    }

    /** The case with more entries in its journal. */
    public CaseFile journalled(int entries) {
        return new CaseFile(
                id,
                number,
                report,
                phase,
                round,
                classCode,
                conditionCode,
                filedAt,
                assignment,
                reworkCount,
                duplicateOf,
                closure,
                journalLength + entries);
    }
}
