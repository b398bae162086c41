/** The units of the city: departments, companies and districts, and where each works on its tasks. */
@NullMarked
package city.urbanops.dispatch.units.domain;

import org.jspecify.annotations.NullMarked;
