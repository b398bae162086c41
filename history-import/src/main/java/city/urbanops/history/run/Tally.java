package city.urbanops.history.run;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of records so far.
 *
 * @param read records settled: those of the file up to here
 * @param imported stored now
 * @param updated stored before, and now as this later export tells it
 * @param unchanged stored before
 * @param skipped not stored, by reason
 * @param oddities imported although odd, by what is odd
 */
public record Tally(
        long read, long imported, long updated, long unchanged, Map<String, Long> skipped, Map<String, Long> oddities) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, Map.of(), Map.of());

    public Tally {
        skipped = Map.copyOf(skipped);
        oddities = Map.copyOf(oddities);
    }

    /** Both together. */
    Tally plus(Tally other) {
        return new Tally(
                read + other.read,
                imported + other.imported,
                updated + other.updated,
                unchanged + other.unchanged,
                sum(skipped, other.skipped),
                sum(oddities, other.oddities));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        var sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }
}
