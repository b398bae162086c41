/** Storing and reading the calendar year by year, and telling in time when a year is missing. */
@NullMarked
package city.urbanops.dispatch.calendar.application;

import org.jspecify.annotations.NullMarked;
