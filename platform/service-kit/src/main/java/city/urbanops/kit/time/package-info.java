/** The one clock of a service; nothing else reads the time. */
@NullMarked
package city.urbanops.kit.time;

import org.jspecify.annotations.NullMarked;
