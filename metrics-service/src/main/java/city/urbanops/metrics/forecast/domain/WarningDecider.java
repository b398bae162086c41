package city.urbanops.metrics.forecast.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Raises what was strongly found and is not on the list, renews what was found again, and clears what is no longer found. */
public final class WarningDecider {

    private WarningDecider() {}

    /**
     * What becomes of the list; a weak finding that stands for no warning is in no part.
     *
     * @param raise new ones
     * @param renew keys that stand on, with what is seen now
     * @param clear keys that are over
     */
    public record Decision(List<Finding> raise, List<Finding> renew, Set<String> clear) {}

    /**
     * Compares the list with what was found.
     *
     * @param standing keys of the warnings on the list
     * @param found at most one finding for each key; of two the first counts
     */
    public static Decision decide(Set<String> standing, List<Finding> found) {
        Map<String, Finding> byKey = new HashMap<>();
        var raise = new ArrayList<Finding>();
        var renew = new ArrayList<Finding>();
        for (var finding : found) {
            if (byKey.putIfAbsent(finding.key(), finding) == null) {
                if (standing.contains(finding.key())) {
                    renew.add(finding);
                } else if (finding.strong()) {
                    raise.add(finding);
                }
            }
        }
        var over = standing.stream().filter(key -> !byKey.containsKey(key)).collect(Collectors.toUnmodifiableSet());
        return new Decision(List.copyOf(raise), List.copyOf(renew), over);
    }
}
