/** The one way to open a transaction. */
@NullMarked
package city.urbanops.kit.transaction;

import org.jspecify.annotations.NullMarked;
