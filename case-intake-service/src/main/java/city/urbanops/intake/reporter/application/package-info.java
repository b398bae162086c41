/** Who reported: encrypted, masked, never in events or logs. */
@NullMarked
package city.urbanops.intake.reporter.application;

import org.jspecify.annotations.NullMarked;
