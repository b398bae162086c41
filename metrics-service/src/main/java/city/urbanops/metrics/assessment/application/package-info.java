/** What can be done with schemes, scores, appeals and periods. */
@NullMarked
package city.urbanops.metrics.assessment.application;

import org.jspecify.annotations.NullMarked;
