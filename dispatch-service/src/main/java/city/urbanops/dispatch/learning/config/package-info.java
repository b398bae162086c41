/** The settings of learning. */
@NullMarked
package city.urbanops.dispatch.learning.config;

import org.jspecify.annotations.NullMarked;
