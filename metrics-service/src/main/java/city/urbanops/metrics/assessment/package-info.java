/** Assessment 考评: schemes, scores, the ledger, appeals, and what is published. */
@NullMarked
package city.urbanops.metrics.assessment;

import org.jspecify.annotations.NullMarked;
