/** What a year's published days are, what is wrong with them, and which years should be known by now. */
@NullMarked
package city.urbanops.dispatch.calendar.domain;

import org.jspecify.annotations.NullMarked;
