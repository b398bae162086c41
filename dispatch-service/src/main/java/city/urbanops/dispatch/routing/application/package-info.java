/** Use cases around routing: reading why a case went where it went, and what waits for a dispatcher. */
@NullMarked
package city.urbanops.dispatch.routing.application;

import org.jspecify.annotations.NullMarked;
