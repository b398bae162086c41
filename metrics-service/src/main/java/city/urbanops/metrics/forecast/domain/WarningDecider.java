package city.urbanops.metrics.forecast.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Raises what was strongly found and is not on the list, renews what was found again, and clears what was not found for a while. The while
 * is there because figures of two replicas may be some minutes apart: one must not clear what the other has just raised.
 */
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
     * @param standing keys of the warnings on the list, and when each was last found
     * @param found at most one finding for each key; of two the first counts
     * @param unseenSince clears those last found before
     */
    public static Decision decide(Map<String, Instant> standing, List<Finding> found, Instant unseenSince) {
        Map<String, Finding> byKey = new HashMap<>();
        var raise = new ArrayList<Finding>();
        var renew = new ArrayList<Finding>();
        for (var finding : found) {
            if (byKey.putIfAbsent(finding.key(), finding) == null) {
                if (standing.containsKey(finding.key())) {
                    renew.add(finding);
                } else if (finding.strong()) {
                    raise.add(finding);
                }
            }
        }
        var over = standing.entrySet().stream()
                .filter(one ->
                        !byKey.containsKey(one.getKey()) && one.getValue().isBefore(unseenSince))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return new Decision(List.copyOf(raise), List.copyOf(renew), over);
    }
}
