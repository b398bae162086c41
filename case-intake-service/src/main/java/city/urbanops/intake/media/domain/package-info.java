/** Photos of cases: what kinds there are, what may be uploaded, and what is left of a file once it has been taken apart. */
@NullMarked
package city.urbanops.intake.media.domain;

import org.jspecify.annotations.NullMarked;
