package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * Dispatch learned from closed cases what class a report without one may have; the case itself still has none.
 *
 * @param context common to all events of a case
 * @param automatic sure enough that intake may file the case under the first candidate by its standing rule
 * @param modelVersion the learned model that answered
 * @param threshold the confidence from which on it decides by itself, above 1 when it never does
 * @param reason one sentence for the journal
 * @param candidates the likeliest classes, best first, three at most; never empty
 */
public record ClassSuggested(
        @JsonUnwrapped CaseContext context,
        boolean automatic,
        String modelVersion,
        double threshold,
        String reason,
        List<Candidate> candidates)
        implements CaseEvent {

    public ClassSuggested {
        candidates = List.copyOf(candidates);
    }

    /**
     * A class the report may have.
     *
     * @param classCode kind, major and minor class
     * @param confidence probability that it is the right one, 0–1
     * @param reasons what spoke for it, one sentence each
     */
    public record Candidate(String classCode, double confidence, List<String> reasons) {

        public Candidate {
            reasons = List.copyOf(reasons);
        }
    }
}
