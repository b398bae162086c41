/** The HTTP face of assignments: requests, views, refusals (DESIGN §9). */
@NullMarked
package city.urbanops.enforcement.assignment.api;

import org.jspecify.annotations.NullMarked;
