/** Suggestions over HTTP. */
@NullMarked
package city.urbanops.intake.duplicates.api;

import org.jspecify.annotations.NullMarked;
