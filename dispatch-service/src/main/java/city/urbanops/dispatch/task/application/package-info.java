/** Use cases of the task: one HTTP action, a batch of events from other services, and timers. */
@NullMarked
package city.urbanops.dispatch.task.application;

import org.jspecify.annotations.NullMarked;
