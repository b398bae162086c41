/** What units are told of their tasks, and when a receiver that does not answer is given up. */
@NullMarked
package city.urbanops.dispatch.notice.domain;

import org.jspecify.annotations.NullMarked;
