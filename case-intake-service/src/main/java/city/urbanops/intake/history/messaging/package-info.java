/** Imported cases as contract events. */
@NullMarked
package city.urbanops.intake.history.messaging;

import org.jspecify.annotations.NullMarked;
