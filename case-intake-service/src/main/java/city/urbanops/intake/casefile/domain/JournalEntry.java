package city.urbanops.intake.casefile.domain;

import java.util.UUID;

/**
 * One entry of a case's append-only journal.
 *
 * @param sequence 1 for the first of the case, without gaps
 * @param step what happened
 * @param seal 64 hexadecimal digits, see {@link JournalHead}
 */
public record JournalEntry(UUID caseId, int sequence, JournalStep step, String seal) {

    /** True if the entry is what was sealed behind that head. */
    public boolean follows(JournalHead head) {
        return sequence == head.length() + 1 && seal.equals(JournalHead.seal(head.seal(), caseId, sequence, step));
    }
}
