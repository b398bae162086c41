/** Events in: batches, one transaction each, every event once, poison set aside (DESIGN §2). */
@NullMarked
package city.urbanops.kit.inbox;

import org.jspecify.annotations.NullMarked;
