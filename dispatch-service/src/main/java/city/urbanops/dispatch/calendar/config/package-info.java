/** How few days off a year may have, and when the next one should be known. */
@NullMarked
package city.urbanops.dispatch.calendar.config;

import org.jspecify.annotations.NullMarked;
