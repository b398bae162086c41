/** Checks what the platform promises about stored data: so far, that no case's journal was changed after it was written. */
@NullMarked
package city.urbanops.bench.verify;

import org.jspecify.annotations.NullMarked;
