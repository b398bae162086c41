/** Fingerprints of texts, and the queries behind suggestions. */
@NullMarked
package city.urbanops.intake.duplicates.persistence;

import org.jspecify.annotations.NullMarked;
