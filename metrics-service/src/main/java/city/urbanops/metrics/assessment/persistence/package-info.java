/** Schemes, ledger, appeals and publications as rows. */
@NullMarked
package city.urbanops.metrics.assessment.persistence;

import org.jspecify.annotations.NullMarked;
