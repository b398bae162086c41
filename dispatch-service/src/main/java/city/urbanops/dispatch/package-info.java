/** Command: decides which unit gets a case and when it is due, and owns the task until the case is closed (DESIGN §1, §4). */
@NullMarked
package city.urbanops.dispatch;

import org.jspecify.annotations.NullMarked;
