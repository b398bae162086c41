/** Tasks as units have them, and what becomes of the work on them: pure, without clock, ids or I/O. */
@NullMarked
package city.urbanops.unittasks.domain;

import org.jspecify.annotations.NullMarked;
