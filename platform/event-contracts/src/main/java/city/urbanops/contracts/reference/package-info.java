/** Reference data as whole versioned documents on the compacted topic {@code reference-data}; a consumer keeps the last of each. */
@NullMarked
package city.urbanops.contracts.reference;

import org.jspecify.annotations.NullMarked;
