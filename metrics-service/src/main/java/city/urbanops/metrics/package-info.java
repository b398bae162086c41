/** Metrics: one fact per case folded from the stream, rollups kept as deltas, and the closure rates read from them. */
@NullMarked
package city.urbanops.metrics;

import org.jspecify.annotations.NullMarked;
