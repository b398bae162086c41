/**
 * The two load phases of a bench run, the check that nothing was lost or doubled, and the report.
 */
@NullMarked
package city.urbanops.bench.load;

import org.jspecify.annotations.NullMarked;
