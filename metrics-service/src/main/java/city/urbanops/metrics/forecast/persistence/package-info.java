/** Reads facts and sums for forecasts, and keeps the list of warnings. */
@NullMarked
package city.urbanops.metrics.forecast.persistence;

import org.jspecify.annotations.NullMarked;
