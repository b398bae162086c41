/** Assignments in PostgreSQL; entities never leave this package. */
@NullMarked
package city.urbanops.enforcement.assignment.persistence;

import org.jspecify.annotations.NullMarked;
