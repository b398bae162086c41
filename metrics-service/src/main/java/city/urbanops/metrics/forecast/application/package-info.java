/** Reads what forecasts are made of, keeps what takes long to make, and watches the city for warnings. */
@NullMarked
package city.urbanops.metrics.forecast.application;

import org.jspecify.annotations.NullMarked;
