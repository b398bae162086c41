/** Keeps the city in memory and stores the default city at the first start. */
@NullMarked
package city.urbanops.dispatch.city.application;

import org.jspecify.annotations.NullMarked;
