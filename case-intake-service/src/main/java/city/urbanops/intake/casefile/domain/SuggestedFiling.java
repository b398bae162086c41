package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the standing rule files a report without a class under the class dispatch is sure of (ADR 0051). Whatever a person
 * has begun with, or should look at, stays with people; they find the suggestion in the journal.
 */
public final class SuggestedFiling {

    private SuggestedFiling() {}

    /**
     * Decides about a case dispatch has suggested a class for.
     *
     * @param round the round the suggestion belongs to
     * @param row the default row of the suggested class, absent if the standards in force have none
     * @param verifyFirst true if the channel's reports are looked at before filing
     * @param reason why that class, for the journal
     * @param original the open case it repeats as one of that class, if the rule found one
     * @return the case, filed or following that other one; empty if a person decides
     */
    public static Optional<Accepted> decide(
            CaseFile file,
            int round,
            @Nullable FilingRow row,
            boolean verifyFirst,
            String reason,
            Optional<Linked> original,
            Instant now) {
        boolean undecided = file.phase() == Phase.REPORTED
                && file.round() == round
                && file.classCode().equals(CaseFile.UNCLASSIFIED)
                && file.duplicateOf() == null
                && file.supervision().request() == null;
        if (!undecided || verifyFirst || !file.report().place().isKnown()) {
            return Optional.empty();
        }
        if (row == null || row.urgent() || file.report().urgent()) {
            return Optional.empty();
        }
        return Optional.of(original.map(link -> LateLink.accepted(file, row, link))
                .orElseGet(() -> new Accepted(file.filed(row, now), List.of(new Filed(row, now, reason)))));
    }
}
