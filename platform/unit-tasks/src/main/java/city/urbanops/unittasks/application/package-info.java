/** The use case of following tasks, a batch at a time, and the port it needs. */
@NullMarked
package city.urbanops.unittasks.application;

import org.jspecify.annotations.NullMarked;
