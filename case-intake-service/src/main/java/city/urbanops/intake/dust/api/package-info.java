/** Dust monitoring for people and for the sites' own systems. */
@NullMarked
package city.urbanops.intake.dust.api;

import org.jspecify.annotations.NullMarked;
