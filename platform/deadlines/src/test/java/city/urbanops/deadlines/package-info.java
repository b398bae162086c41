/** Tests of the deadline engine: the handbook's fixtures, its edges, its properties, and a city's real targets. */
@NullMarked
package city.urbanops.deadlines;

import org.jspecify.annotations.NullMarked;
