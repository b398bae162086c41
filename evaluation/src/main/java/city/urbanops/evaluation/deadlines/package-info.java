/**
 * {@code ./urbanops evaluate deadlines}: whether rules such as "10 working days" reproduce the targets a real city printed, computed by
 * {@code platform/deadlines} and nothing else.
 */
@NullMarked
package city.urbanops.evaluation.deadlines;

import org.jspecify.annotations.NullMarked;
