/** Duty rosters 值班表: who of a unit is on duty at a moment, for which area and until when, and where a roster has holes. */
@NullMarked
package city.urbanops.dispatch.duty.domain;

import org.jspecify.annotations.NullMarked;
