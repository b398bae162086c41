/**
 * The running platform as seen from outside: where it listens, what its databases have kept, what its processes use.
 */
@NullMarked
package city.urbanops.bench.platform;

import org.jspecify.annotations.NullMarked;
