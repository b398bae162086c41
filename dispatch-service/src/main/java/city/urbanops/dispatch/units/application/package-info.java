/** Changing units: each change makes a new version of all of them. */
@NullMarked
package city.urbanops.dispatch.units.application;

import org.jspecify.annotations.NullMarked;
