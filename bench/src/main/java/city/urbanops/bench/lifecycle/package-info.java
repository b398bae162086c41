/**
 * Plays the departments and checkers of a case, led by the events on {@code case-events}, and keeps count of what the
 * topic shows.
 */
@NullMarked
package city.urbanops.bench.lifecycle;

import org.jspecify.annotations.NullMarked;
