/**
 * What the same server and broker do without the platform: the rows of a lifecycle alone, and two bare Kafka hops.
 */
@NullMarked
package city.urbanops.bench.floor;

import org.jspecify.annotations.NullMarked;
