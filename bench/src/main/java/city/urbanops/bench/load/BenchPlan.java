package city.urbanops.bench.load;

import java.time.Duration;

/**
 * How a bench is run.
 *
 * @param phase length of each of the two phases
 * @param warmUp before them
 * @param concurrency lifecycles under way in phase 1; 0 to choose it during the warm-up
 * @param reports a second in phase 3, which only dispatches them; 0 for no such phase
 * @param floor for each number of clients of the floor
 * @param twoHop of the bare Kafka round trips
 */
public record BenchPlan(Duration phase, WarmUp warmUp, int concurrency, int reports, Duration floor, Duration twoHop) {

    /** Shorter trials say nothing. */
    static final Duration TRIAL = Duration.ofSeconds(6);

    /** The usual lengths of what the user does not choose. */
    public static BenchPlan of(Duration phase, WarmUp warmUp, int concurrency, int reports) {
        return new BenchPlan(phase, warmUp, concurrency, reports, Duration.ofSeconds(8), Duration.ofSeconds(5));
    }
}
