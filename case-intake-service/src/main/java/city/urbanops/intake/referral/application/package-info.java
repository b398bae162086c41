/** Which matters are not ours, where they belong, and what went back to the system it came from (ADR 0090). */
@NullMarked
package city.urbanops.intake.referral.application;

import org.jspecify.annotations.NullMarked;
