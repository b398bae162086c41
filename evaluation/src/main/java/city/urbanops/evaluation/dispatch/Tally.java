package city.urbanops.evaluation.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts answers against the truth. */
final class Tally {

    private final Map<String, Integer> answered = new HashMap<>();
    private final Map<String, Integer> occurred = new HashMap<>();
    private final Map<String, Integer> agreed = new HashMap<>();
    private int cases;
    private int first;
    private int amongThree;
    private int automatic;
    private int automaticRight;

    /** @param candidates best first, at least one */
    void add(List<String> candidates, boolean byItself, String truth) {
        String best = candidates.get(0);
        boolean right = best.equals(truth);
        cases++;
        first += right ? 1 : 0;
        amongThree += candidates.stream().limit(3).anyMatch(truth::equals) ? 1 : 0;
        automatic += byItself ? 1 : 0;
        automaticRight += byItself && right ? 1 : 0;
        answered.merge(best, 1, Integer::sum);
        occurred.merge(truth, 1, Integer::sum);
        if (right) {
            agreed.merge(best, 1, Integer::sum);
        }
    }

    int cases() {
        return cases;
    }

    int automatic() {
        return automatic;
    }

    double top1() {
        return (double) first / cases;
    }

    double top3() {
        return (double) amongThree / cases;
    }

    double coverage() {
        return (double) automatic / cases;
    }

    /** Null when nothing was dispatched by itself. */
    @org.jspecify.annotations.Nullable
    Double accuracyOfAutomatic() {
        return automatic == 0 ? null : (double) automaticRight / automatic;
    }

    /** The mean F1 over all labels that occurred or were answered, each counting the same. */
    double macroF1() {
        Set<String> labels = new HashSet<>(occurred.keySet());
        labels.addAll(answered.keySet());
        double sum = 0;
        for (String label : labels) {
            int both = answered.getOrDefault(label, 0) + occurred.getOrDefault(label, 0);
            sum += 2.0 * agreed.getOrDefault(label, 0) / both;
        }
        return sum / labels.size();
    }
}
