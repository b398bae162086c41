package city.urbanops.bench.client;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What calls cost since the last reset. Not thread-safe: it lives on the event loop. */
public final class CallStatistics {

    /** Three significant digits, growing as needed: microseconds and minutes fit alike. */
    private static final int DIGITS = 3;

    private final Map<Call, Histogram> latencies = new EnumMap<>(Call.class);
    private final Map<Call, Long> notYet = new EnumMap<>(Call.class);
    private long transientRepeats;

    void done(Call call, long nanos) {
        latencies.computeIfAbsent(call, first -> new Histogram(DIGITS)).recordValue(Math.max(0, nanos));
    }

    void notYet(Call call) {
        notYet.merge(call, 1L, Long::sum);
    }

    void repeated() {
        transientRepeats++;
    }

    /** Forgets everything, at the start of a phase. */
    public void reset() {
        latencies.clear();
        notYet.clear();
        transientRepeats = 0;
    }

    /** A copy of the figures so far. */
    public Summary summary() {
        var calls = new TreeMap<String, Percentiles>();
        latencies.forEach((call, histogram) -> calls.put(call.label(), Percentiles.of(histogram)));
        var early = new TreeMap<String, Long>();
        notYet.forEach((call, count) -> early.put(call.label(), count));
        return new Summary(calls, early, transientRepeats);
    }

    /**
     * Figures of one phase.
     *
     * @param calls latency by kind of call, from its (intended) start to the answer that did it
     * @param notYet answers 404 and 409 because the service had not consumed the event before
     * @param transientRepeats attempts repeated after broken connections, 401, 429, 502, 503 and 504
     */
    public record Summary(Map<String, Percentiles> calls, Map<String, Long> notYet, long transientRepeats) {}
}
