/** Assignments and the decisions about them: pure, without clock, ids or I/O. */
@NullMarked
package city.urbanops.enforcement.assignment.domain;

import org.jspecify.annotations.NullMarked;
