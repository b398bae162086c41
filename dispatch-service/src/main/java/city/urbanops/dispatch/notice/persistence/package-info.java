/** Receivers and the notices that wait for them. */
@NullMarked
package city.urbanops.dispatch.notice.persistence;

import org.jspecify.annotations.NullMarked;
