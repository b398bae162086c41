/** Use cases of assignments: load, decide, save and publish in one transaction; and the ports they need. */
@NullMarked
package city.urbanops.enforcement.assignment.application;

import org.jspecify.annotations.NullMarked;
