package city.urbanops.metrics.assessment.domain;

import city.urbanops.metrics.assessment.domain.DeductionRules.Cost;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What all cases of a period cost, unit by unit. Immutable; {@link #with} gives what it becomes when cases change. */
public final class PeriodCosts {

    /** Of a period without cases. */
    public static final PeriodCosts NONE = new PeriodCosts(Map.of());

    private final Map<String, CaseCosts> byUnit;

    private PeriodCosts(Map<String, CaseCosts> byUnit) {
        this.byUnit = Map.copyOf(byUnit);
    }

    /**
     * With some cases as they are now.
     *
     * @param changed every case that may have changed; to begin with, none need be named
     * @param cases those of them, and new ones, that count in the period, with the unit that has them
     */
    public PeriodCosts with(CompiledScheme scheme, Set<UUID> changed, Collection<LedgerCase> cases) {
        var news = new HashMap<String, Map<UUID, Map<String, Cost>>>();
        byUnit.forEach((unit, costs) -> changed.stream().filter(costs::has).forEach(caseId -> of(news, unit)
                .put(caseId, Map.of())));
        cases.forEach(each -> of(news, each.unit()).put(each.caseId(), scheme.costs(each)));
        var next = new HashMap<>(byUnit);
        news.forEach((unit, costs) -> next.put(unit, of(unit).with(costs)));
        next.values().removeIf(costs -> costs.size() == 0);
        return new PeriodCosts(next);
    }

    /** One unit's; the same object as before if none of its cases came to cost otherwise. */
    public CaseCosts of(String unit) {
        return byUnit.getOrDefault(unit, CaseCosts.NONE);
    }

    /** How many cases cost something. */
    public int size() {
        return byUnit.values().stream().mapToInt(CaseCosts::size).sum();
    }

    private static Map<UUID, Map<String, Cost>> of(Map<String, Map<UUID, Map<String, Cost>>> news, String unit) {
        return news.computeIfAbsent(unit, fresh -> new HashMap<>());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeriodCosts costs && byUnit.equals(costs.byUnit);
    }

    @Override
    public int hashCode() {
        return byUnit.hashCode();
    }

    @Override
    public String toString() {
        return byUnit.toString();
    }
}
