/** Rows of photos, and the S3-compatible store their pictures lie in. */
@NullMarked
package city.urbanops.intake.media.persistence;

import org.jspecify.annotations.NullMarked;
