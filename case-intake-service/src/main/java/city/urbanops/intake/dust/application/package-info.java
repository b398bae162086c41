/** Use cases of dust monitoring: the register of monitors, alarms that become cases, answers from the site. */
@NullMarked
package city.urbanops.intake.dust.application;

import org.jspecify.annotations.NullMarked;
