package city.urbanops.bench.load;

import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.floor.FloorResult;
import city.urbanops.bench.platform.Machine;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bench run; the JSON of {@code --json}. Latencies are milliseconds, {@code cpu} is cores kept busy, memory is MiB.
 *
 * @param lifecyclesPerSecond closings a second in phase 1
 * @param floorPerSecond lifecycles a second of the floor
 * @param floorRatio the first by the second
 * @param lost accepted reports of which something is missing
 * @param duplicated accepted reports of which something is there twice
 * @param dispatchLatencyMs phase 2: from the 201 to {@code task.dispatched} on the topic
 * @param twoHopMs two bare Kafka hops
 * @param calls phase 2: latency by call
 * @param cpu phase 1: cores by process
 * @param rssMb at the end of phase 1: memory by process
 * @param perLifecycle phase 1: what one lifecycle cost
 * @param runId what the source numbers start with
 * @param startedAt when the run began
 * @param seconds length of each phase
 * @param concurrency lifecycles under way in phase 1
 * @param tenSecondRates phase 1 in slices of ten seconds
 * @param warmUpRates the warm-up likewise
 * @param openLoopPerSecond reports a second in phase 2
 * @param openLoopClosedPerSecond closings a second in phase 2
 * @param dispatchSinceIntendedMs phase 2: from the report's intended start to {@code task.dispatched} on the topic
 * @param reportsOnly phase 3, absent without one
 * @param dispatchToTwoHopP50 how many times the bare round trip a dispatch takes, median by median
 * @param callsClosedLoop phase 1: latency by call
 * @param earlyCalls both phases: calls answered 404 or 409 because the service had not consumed the event yet
 * @param repeatedCalls both phases: attempts repeated on a broken way
 * @param rssIdleMb before the load: memory by process
 * @param rssIdleTotalMb the sum of it without this process
 * @param completeness what lost and duplicated were counted from
 * @param failed lifecycles that could not be played to their end, in phases and warm-up
 * @param trouble the first reasons
 * @param floor how the floor was measured
 * @param machine what it was measured on
 */
@JsonPropertyOrder({
    "lifecyclesPerSecond",
    "floorPerSecond",
    "floorRatio",
    "lost",
    "duplicated",
    "dispatchLatencyMs",
    "twoHopMs",
    "calls",
    "cpu",
    "rssMb"
})
public record BenchResult(
        double lifecyclesPerSecond,
        double floorPerSecond,
        double floorRatio,
        int lost,
        int duplicated,
        Percentiles dispatchLatencyMs,
        Percentiles twoHopMs,
        Map<String, Percentiles> calls,
        Map<String, Double> cpu,
        Map<String, Double> rssMb,
        CostPerLifecycle perLifecycle,
        String runId,
        Instant startedAt,
        long seconds,
        int concurrency,
        List<Double> tenSecondRates,
        List<Double> warmUpRates,
        double openLoopPerSecond,
        double openLoopClosedPerSecond,
        Percentiles dispatchSinceIntendedMs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReportFigures reportsOnly,
        double dispatchToTwoHopP50,
        Map<String, Percentiles> callsClosedLoop,
        Map<String, Long> earlyCalls,
        long repeatedCalls,
        Map<String, Double> rssIdleMb,
        double rssIdleTotalMb,
        Completeness completeness,
        long failed,
        List<String> trouble,
        FloorResult floor,
        Machine machine) {

    /** Whether nothing was lost, nothing doubled, and every lifecycle came to its end. */
    public boolean holds() {
        return lost == 0 && duplicated == 0 && failed == 0;
    }
}
