/** What a channel says beyond the report, as JSON; what identifies a person in it is encrypted. */
@NullMarked
package city.urbanops.intake.submission.persistence;

import org.jspecify.annotations.NullMarked;
