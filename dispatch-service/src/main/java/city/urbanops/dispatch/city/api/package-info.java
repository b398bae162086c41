/** Where administrators hand in the city's data, always a whole version at a time. */
@NullMarked
package city.urbanops.dispatch.city.api;

import org.jspecify.annotations.NullMarked;
