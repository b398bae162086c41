/** Brings the cases of a former system in, whole lives with their original times: {@code ./urbanops import}. */
@NullMarked
package city.urbanops.history;

import org.jspecify.annotations.NullMarked;
