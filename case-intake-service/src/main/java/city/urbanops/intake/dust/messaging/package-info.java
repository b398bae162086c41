/** The dust topology, and its alarms as commands. */
@NullMarked
package city.urbanops.intake.dust.messaging;

import org.jspecify.annotations.NullMarked;
