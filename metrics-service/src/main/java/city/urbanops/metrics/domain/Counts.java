package city.urbanops.metrics.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How many cases are in each {@link CaseSet}; negative in a change. Not thread-safe. */
public final class Counts {

    /** Without zeros, so that equal counts are equal maps. */
    private final Map<CaseSet, Long> numbers = new EnumMap<>(CaseSet.class);

    /** Adds so many cases to each of the sets. */
    public void add(Set<CaseSet> sets, long cases) {
        sets.forEach(set -> add(set, cases));
    }

    /** Adds so many cases to one set. */
    public void add(CaseSet set, long cases) {
        var sum = of(set) + cases;
        if (sum == 0) {
            numbers.remove(set);
        } else {
            numbers.put(set, sum);
        }
    }

    public long of(CaseSet set) {
        return numbers.getOrDefault(set, 0L);
    }

    public boolean isZero() {
        return numbers.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts && numbers.equals(counts.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return numbers.toString();
    }
}
