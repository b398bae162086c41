package city.urbanops.classifier;

import java.util.List;

/**
 * One answer the model thinks possible.
 *
 * @param confidence probability that it is the right one, 0–1; those of all candidates add up to one
 * @param reasons what spoke for it, strongest first; empty when it is only usual
 */
public record Candidate(String label, double confidence, List<Reason> reasons) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
