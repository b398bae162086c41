package city.urbanops.metrics.domain;

import java.util.Arrays;
import java.util.Set;

/** How many cases are in each {@link CaseSet}; negative in a change. Not thread-safe. */
public final class Counts {

    private static final CaseSet[] SETS = CaseSet.values();

    private final long[] numbers = new long[SETS.length];

    /** Adds so many cases to each of the sets. */
    public void add(Set<CaseSet> sets, long cases) {
        sets.forEach(set -> add(set, cases));
    }

    /** Adds so many cases to each set of a {@link CaseSet#maskOf mask}. */
    void add(long mask, long cases) {
        for (var rest = mask; rest != 0; rest &= rest - 1) {
            numbers[Long.numberOfTrailingZeros(rest)] += cases;
        }
    }

    /** Adds so many cases to one set. */
    public void add(CaseSet set, long cases) {
        add(set.bit(), cases);
    }

    /** Adds all of another's. */
    public void add(Counts others) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += others.numbers[i];
        }
    }

    public long of(CaseSet set) {
        return numbers[Long.numberOfTrailingZeros(set.bit())];
    }

    public boolean isZero() {
        for (var number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts && Arrays.equals(numbers, counts.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("{");
        for (var set : SETS) {
            if (of(set) != 0) {
                text.append(text.length() == 1 ? "" : ", ")
                        .append(set)
                        .append('=')
                        .append(of(set));
            }
        }
        return text.append('}').toString();
    }
}
