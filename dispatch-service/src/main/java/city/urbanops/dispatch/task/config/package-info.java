/** What a city may set about tasks. */
@NullMarked
package city.urbanops.dispatch.task.config;

import org.jspecify.annotations.NullMarked;
