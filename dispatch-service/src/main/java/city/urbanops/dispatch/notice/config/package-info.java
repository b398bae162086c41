/** How receivers are called, and when they are given up. */
@NullMarked
package city.urbanops.dispatch.notice.config;

import org.jspecify.annotations.NullMarked;
