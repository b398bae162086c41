/** Sites, alarms and episodes in their tables. */
@NullMarked
package city.urbanops.intake.dust.persistence;

import org.jspecify.annotations.NullMarked;
