/** Imported cases in {@code case_file}. */
@NullMarked
package city.urbanops.intake.history.persistence;

import org.jspecify.annotations.NullMarked;
