/** Contract events to facts, and domain events to contract events; nothing else. */
@NullMarked
package city.urbanops.dispatch.task.messaging;

import org.jspecify.annotations.NullMarked;
