/** The catalogue of reported indicators, their figures, and the reports behind these. */
@NullMarked
package city.urbanops.metrics.reported.api;

import org.jspecify.annotations.NullMarked;
