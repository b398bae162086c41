/** Handing in a report, by whichever way it comes: one form, one validation, one use case. */
@NullMarked
package city.urbanops.intake.submission.application;

import org.jspecify.annotations.NullMarked;
