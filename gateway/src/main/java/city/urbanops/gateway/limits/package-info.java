/** How often a client may ask. */
@NullMarked
package city.urbanops.gateway.limits;

import org.jspecify.annotations.NullMarked;
