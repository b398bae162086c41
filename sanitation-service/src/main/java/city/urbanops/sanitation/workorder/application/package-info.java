/** Use cases of work orders: load, decide, save and publish in one transaction; and the ports they need. */
@NullMarked
package city.urbanops.sanitation.workorder.application;

import org.jspecify.annotations.NullMarked;
