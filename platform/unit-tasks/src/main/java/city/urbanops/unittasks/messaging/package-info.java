/** Contract events in, and the context of those out: each direction is mapped in one file, and nothing is decided here. */
@NullMarked
package city.urbanops.unittasks.messaging;

import org.jspecify.annotations.NullMarked;
