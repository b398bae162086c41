/** The task: its states, its clock, and the pure deciders that move it. */
@NullMarked
package city.urbanops.dispatch.task.domain;

import org.jspecify.annotations.NullMarked;
