/**
 * Calls of the public API with a renewed token, bounded repetition and a latency histogram for each kind of call.
 */
@NullMarked
package city.urbanops.bench.client;

import org.jspecify.annotations.NullMarked;
