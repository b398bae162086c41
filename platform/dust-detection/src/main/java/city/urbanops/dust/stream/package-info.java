/**
 * The Kafka Streams topology over {@code dust-readings}: a gate that refuses what cannot be true, a repartition by county, and a processor
 * that cuts windows by event time and applies the rule (ADR 0025).
 */
@NullMarked
package city.urbanops.dust.stream;

import org.jspecify.annotations.NullMarked;
