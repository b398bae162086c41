/**
 * The only door to the platform: it routes, limits, signs people in and shows live updates, and keeps no business state. Every service checks
 * the caller again by itself, so nothing here is the only guard.
 */
@NullMarked
package city.urbanops.gateway;

import org.jspecify.annotations.NullMarked;
