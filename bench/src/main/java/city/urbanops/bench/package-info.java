/**
 * Replays real reports through a running platform and measures it: the verbs {@code replay} and {@code bench}. Both stand
 * outside, at the public face (gateway, Kafka); databases are read only to count afterwards what the platform has kept.
 */
@NullMarked
package city.urbanops.bench;

import org.jspecify.annotations.NullMarked;
