/** Taking a unit's roster, telling who is on duty, and remembering whom messages went to because of it. */
@NullMarked
package city.urbanops.dispatch.duty.application;

import org.jspecify.annotations.NullMarked;
