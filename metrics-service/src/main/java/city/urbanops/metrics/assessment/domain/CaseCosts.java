package city.urbanops.metrics.assessment.domain;

import city.urbanops.metrics.assessment.domain.DeductionRules.Cost;
import city.urbanops.metrics.assessment.domain.ScoreLine.Deduction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What its cases cost one unit under a scheme, each for itself and before any cap. A case costs what it costs whatever the others do, so
 * one that changed is replaced and the rest stays; caps are applied when a sheet is made. Immutable.
 */
public final class CaseCosts {

    /** No case costs anything. */
    public static final CaseCosts NONE = new CaseCosts(Collections.emptySortedMap());

    private final SortedMap<UUID, Map<String, Cost>> byCase;

    private CaseCosts(SortedMap<UUID, Map<String, Cost>> byCase) {
        this.byCase = byCase;
    }

    /** With what some cases cost now, by case and part; those that cost nothing are left out. Itself if that is what it says already. */
    CaseCosts with(Map<UUID, Map<String, Cost>> now) {
        if (now.entrySet().stream().allMatch(one -> one.getValue().equals(costs(one.getKey())))) {
            return this;
        }
        var next = new TreeMap<>(byCase);
        now.forEach((caseId, costs) -> {
            if (costs.isEmpty()) {
                next.remove(caseId);
            } else {
                next.put(caseId, costs);
            }
        });
        return next.isEmpty() ? NONE : new CaseCosts(next);
    }

    boolean has(UUID caseId) {
        return byCase.containsKey(caseId);
    }

    /** How many cases cost something. */
    int size() {
        return byCase.size();
    }

    /** The deductions of one ledger, with its caps. */
    List<Deduction> deductions(String part) {
        return DeductionRules.capped(byCase.values().stream()
                .map(costs -> costs.get(part))
                .filter(Objects::nonNull)
                .toList());
    }

    private Map<String, Cost> costs(UUID caseId) {
        return byCase.getOrDefault(caseId, Map.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseCosts costs && byCase.equals(costs.byCase);
    }

    @Override
    public int hashCode() {
        return byCase.hashCode();
    }

    @Override
    public String toString() {
        return byCase.toString();
    }
}
