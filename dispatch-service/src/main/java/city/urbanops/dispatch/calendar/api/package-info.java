/** Where administrators hand in the days of a year, once they are announced. */
@NullMarked
package city.urbanops.dispatch.calendar.api;

import org.jspecify.annotations.NullMarked;
