/** The list of units, for people and consoles. */
@NullMarked
package city.urbanops.dispatch.units.api;

import org.jspecify.annotations.NullMarked;
