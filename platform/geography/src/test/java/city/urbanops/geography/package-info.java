/** Tests of the area index and of the generated city. */
@NullMarked
package city.urbanops.geography;

import org.jspecify.annotations.NullMarked;
