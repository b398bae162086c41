/** Which service a path leads to: pure, read once from configuration. */
@NullMarked
package city.urbanops.gateway.routing;

import org.jspecify.annotations.NullMarked;
