/** Reporters in the database: encrypted with a key that is not there. */
@NullMarked
package city.urbanops.intake.reporter.persistence;

import org.jspecify.annotations.NullMarked;
