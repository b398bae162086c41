/** Contract events in, mapped in one file; nothing is decided here. */
@NullMarked
package city.urbanops.unittasks.messaging;

import org.jspecify.annotations.NullMarked;
