/** The task table and the records people add to a task. */
@NullMarked
package city.urbanops.dispatch.task.persistence;

import org.jspecify.annotations.NullMarked;
