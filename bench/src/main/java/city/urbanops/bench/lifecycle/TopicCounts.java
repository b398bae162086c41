package city.urbanops.bench.lifecycle;

/**
 * Cases of one run by what the topic shows of them.
 *
 * @param reported with {@code case.reported}
 * @param filed with {@code case.filed}
 * @param linked with {@code case.linked}
 * @param voided with {@code case.voided}
 * @param withTask with at least one {@code task.dispatched}
 * @param closed with {@code case.closed}
 * @param redelivered events that came a second time under the same id: allowed, and ignored by every consumer
 */
public record TopicCounts(
        int reported, int filed, int linked, int voided, int withTask, int closed, long redelivered) {}
