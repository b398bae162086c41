package city.urbanops.bench.load;

import city.urbanops.bench.client.Percentiles;

/**
 * Phase 3: reports that are dispatched and left there.
 *
 * @param perSecond reports a second
 * @param dispatchLatencyMs from the 201 to {@code task.dispatched} on the topic
 * @param dispatchSinceIntendedMs from the report's intended start to the same
 * @param reportMs the call
 */
public record ReportFigures(
        double perSecond, Percentiles dispatchLatencyMs, Percentiles dispatchSinceIntendedMs, Percentiles reportMs) {}
