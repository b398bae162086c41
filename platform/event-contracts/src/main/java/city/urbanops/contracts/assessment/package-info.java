/** What assessment publishes: scores of a period, for everybody who shows or archives them. */
@NullMarked
package city.urbanops.contracts.assessment;

import org.jspecify.annotations.NullMarked;
