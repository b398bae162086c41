/** Assessment over HTTP (DESIGN §9). */
@NullMarked
package city.urbanops.metrics.assessment.api;

import org.jspecify.annotations.NullMarked;
