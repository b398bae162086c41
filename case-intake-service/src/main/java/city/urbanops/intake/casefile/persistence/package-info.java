/** Case files and journal in the database. */
@NullMarked
package city.urbanops.intake.casefile.persistence;

import org.jspecify.annotations.NullMarked;
