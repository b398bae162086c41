/** Contract events to commands and back; nothing else. */
@NullMarked
package city.urbanops.intake.casefile.messaging;

import org.jspecify.annotations.NullMarked;
