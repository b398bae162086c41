/**
 * The sanitation service, one package per aggregate: {@code workorder} is the cleaning crews' handling of tasks that dispatch gave to a
 * cleaning unit.
 */
@NullMarked
package city.urbanops.sanitation;

import org.jspecify.annotations.NullMarked;
