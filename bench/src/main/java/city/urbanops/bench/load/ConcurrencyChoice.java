package city.urbanops.bench.load;

import java.util.List;
import java.util.Map;

/** Picks the number of concurrent lifecycles a bench runs with. */
final class ConcurrencyChoice {

    /** What is tried when the user names none. */
    static final List<Integer> CANDIDATES = List.of(64, 128, 256);

    /** A larger number must bring this much more: it costs latency. */
    private static final double WORTH_IT = 1.03;

    private ConcurrencyChoice() {}

    /** The smallest number that comes within 3 % of the best rate. */
    static int of(Map<Integer, Double> rates) {
        double best = rates.values().stream().max(Double::compare).orElseThrow();
        return rates.entrySet().stream()
                .filter(rate -> rate.getValue() * WORTH_IT >= best)
                .map(Map.Entry::getKey)
                .min(Integer::compare)
                .orElseThrow();
    }
}
