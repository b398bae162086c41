/** Tables and shipped files of the city's reference data. */
@NullMarked
package city.urbanops.dispatch.city.persistence;

import org.jspecify.annotations.NullMarked;
