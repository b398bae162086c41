/** Classes and filing conditions in force. */
@NullMarked
package city.urbanops.intake.taxonomy;

import org.jspecify.annotations.NullMarked;
