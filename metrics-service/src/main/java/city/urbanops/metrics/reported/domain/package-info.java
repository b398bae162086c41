/**
 * Figures that no case tells: units report them (填报指标), under indicators that are defined once.
 *
 * <p>A {@link city.urbanops.metrics.reported.domain.ReportedIndicator} says what is counted and divided;
 * {@link city.urbanops.metrics.reported.domain.EntryDecider} whether a report fits it and those before;
 * {@link city.urbanops.metrics.reported.domain.Figures} makes values, comparisons and ranks of confirmed ones. All of it is pure.
 */
@NullMarked
package city.urbanops.metrics.reported.domain;

import org.jspecify.annotations.NullMarked;
