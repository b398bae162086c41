/** Dust monitoring: readings in, alarms and device faults out, and readings that could not be used (DOMAIN §11, §12). */
@NullMarked
package city.urbanops.contracts.dust;

import org.jspecify.annotations.NullMarked;
