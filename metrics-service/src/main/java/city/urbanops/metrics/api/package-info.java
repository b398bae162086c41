/** The service's HTTP face (DESIGN §9). */
@NullMarked
package city.urbanops.metrics.api;

import org.jspecify.annotations.NullMarked;
