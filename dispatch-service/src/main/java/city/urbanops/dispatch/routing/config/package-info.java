/** The settings of rules. */
@NullMarked
package city.urbanops.dispatch.routing.config;

import org.jspecify.annotations.NullMarked;
