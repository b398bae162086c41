/** Reports of other city systems: from the log to the use case, and refusals back. */
@NullMarked
package city.urbanops.intake.submission.messaging;

import org.jspecify.annotations.NullMarked;
