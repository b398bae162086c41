/** Indicators, reports and decisions as rows, all of them only ever added. */
@NullMarked
package city.urbanops.metrics.reported.persistence;

import org.jspecify.annotations.NullMarked;
