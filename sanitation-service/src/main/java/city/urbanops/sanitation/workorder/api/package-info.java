/** The HTTP face of work orders: requests, views, refusals (DESIGN §9). */
@NullMarked
package city.urbanops.sanitation.workorder.api;

import org.jspecify.annotations.NullMarked;
