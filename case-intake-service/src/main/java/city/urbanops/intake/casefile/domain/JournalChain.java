package city.urbanops.intake.casefile.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks a whole journal against its seals and against the head that its case file keeps. */
public final class JournalChain {

    private JournalChain() {}

    /**
     * The first link that does not hold.
     *
     * @param entries the journal as found, by sequence
     * @param kept the head as the case file has it
     * @return empty if the journal is what was written
     */
    public static Optional<BrokenLink> firstBroken(UUID caseId, List<JournalEntry> entries, JournalHead kept) {
        var head = JournalHead.EMPTY;
        for (var entry : entries) {
            if (entry.sequence() != head.length() + 1) {
                return Optional.of(new BrokenLink(caseId, head.length() + 1, "is missing"));
            }
            if (!entry.follows(head)) {
                return Optional.of(new BrokenLink(caseId, entry.sequence(), "is not what was sealed"));
            }
            head = JournalHead.after(entry);
        }
        if (head.length() < kept.length()) {
            return Optional.of(new BrokenLink(caseId, head.length() + 1, "is missing at the end"));
        }
        return head.equals(kept)
                ? Optional.empty()
                : Optional.of(new BrokenLink(caseId, head.length(), "is not the last one the case file knows"));
    }

    /**
     * A broken link.
     *
     * @param sequence the entry
     * @param what what is wrong with it, in words
     */
    public record BrokenLink(UUID caseId, int sequence, String what) {}
}
