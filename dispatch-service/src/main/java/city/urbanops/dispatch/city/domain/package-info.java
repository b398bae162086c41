/** What decisions need to know of the city, as one immutable value: units, matrix and calendar with their versions. */
@NullMarked
package city.urbanops.dispatch.city.domain;

import org.jspecify.annotations.NullMarked;
