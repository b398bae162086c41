/** How a city's table of cases reads: the mapping file, and rows to cases by it. */
@NullMarked
package city.urbanops.history.mapping;

import org.jspecify.annotations.NullMarked;
