/** The task desk: lists, single tasks and actions. */
@NullMarked
package city.urbanops.dispatch.task.api;

import org.jspecify.annotations.NullMarked;
