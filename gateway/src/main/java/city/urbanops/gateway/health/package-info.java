/** Whether the whole platform is ready, as one answer. */
@NullMarked
package city.urbanops.gateway.health;

import org.jspecify.annotations.NullMarked;
