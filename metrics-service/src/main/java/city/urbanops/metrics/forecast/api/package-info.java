/** Forecasts, warnings, and how wrong they are. */
@NullMarked
package city.urbanops.metrics.forecast.api;

import org.jspecify.annotations.NullMarked;
