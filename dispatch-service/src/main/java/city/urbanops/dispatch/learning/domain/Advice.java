package city.urbanops.dispatch.learning.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learned model says to one case, kept with the decision it led to.
 *
 * @param modelVersion the model that answered; absent when there is none
 * @param threshold the confidence from which on it decides by itself; above 1 when it never does
 * @param automatic whether the first candidate may be followed without a person
 * @param reason one sentence: why it may, or why a person decides
 * @param candidates the likeliest answers, best first, three at most; may be empty
 */
public record Advice(
        @Nullable String modelVersion,
        double threshold,
        boolean automatic,
        String reason,
        List<Suggestion> candidates) {

    public Advice {
        candidates = List.copyOf(candidates);
        if (automatic && (candidates.isEmpty() || modelVersion == null)) {
            throw new IllegalArgumentException("nothing to follow");
        }
    }

    /**
     * One answer.
     *
     * @param label a unit's code or a class code
     * @param confidence calibrated probability that it is the right one, 0–1
     * @param reasons what spoke for it, one sentence each, strongest first
     */
    public record Suggestion(String label, double confidence, List<String> reasons) {

        public Suggestion {
            reasons = List.copyOf(reasons);
        }
    }

    /** No model could be asked. */
    public static Advice none(String reason) {
        return new Advice(null, 2, false, reason, List.of());
    }

    /** The first candidate; only of advice that has one. */
    public Suggestion best() {
        return candidates.get(0);
    }
}
