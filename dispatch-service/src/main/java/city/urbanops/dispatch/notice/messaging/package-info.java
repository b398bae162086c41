/** Task events to notices. */
@NullMarked
package city.urbanops.dispatch.notice.messaging;

import org.jspecify.annotations.NullMarked;
