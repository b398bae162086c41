/** Contract events as facts. */
@NullMarked
package city.urbanops.metrics.messaging;

import org.jspecify.annotations.NullMarked;
