/** The file of a former system, read a record at a time. */
@NullMarked
package city.urbanops.history.source;

import org.jspecify.annotations.NullMarked;
