/** Versions of the standards in the database. */
@NullMarked
package city.urbanops.intake.taxonomy.persistence;

import org.jspecify.annotations.NullMarked;
