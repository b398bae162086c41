/** Who asks, as far as the gateway needs to know it: for limits and for what a stream may show. Services check again by themselves. */
@NullMarked
package city.urbanops.gateway.identity;

import org.jspecify.annotations.NullMarked;
