/** Classes and filing conditions in force. */
@NullMarked
package city.urbanops.intake.taxonomy.application;

import org.jspecify.annotations.NullMarked;
