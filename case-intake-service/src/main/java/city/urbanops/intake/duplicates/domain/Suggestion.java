package city.urbanops.intake.duplicates.domain;

import java.util.List;
import java.util.UUID;

/**
 * A case the report may repeat.
 *
 * @param score 0 to 1, for ranking; no probability
 * @param reasons each in a few words, with its figures
 */
public record Suggestion(UUID caseId, String caseNumber, double score, List<String> reasons) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }

    Suggestion better(Suggestion other) {
        return other.score > score ? other : this;
    }
}
