/** The dispatcher's queue and the explanations. */
@NullMarked
package city.urbanops.dispatch.routing.api;

import org.jspecify.annotations.NullMarked;
