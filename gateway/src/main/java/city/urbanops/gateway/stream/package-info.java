/** Live updates: the case events a caller may see, as server-sent events. */
@NullMarked
package city.urbanops.gateway.stream;

import org.jspecify.annotations.NullMarked;
