/** Contract events in and out: each direction is mapped in one file, and nothing is decided here. */
@NullMarked
package city.urbanops.sanitation.workorder.messaging;

import org.jspecify.annotations.NullMarked;
