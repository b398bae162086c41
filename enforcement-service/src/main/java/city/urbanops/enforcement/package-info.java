/**
 * The enforcement service, one package per aggregate: {@code assignment} is the on-site handling of tasks that dispatch gave to an
 * enforcement unit.
 */
@NullMarked
package city.urbanops.enforcement;

import org.jspecify.annotations.NullMarked;
