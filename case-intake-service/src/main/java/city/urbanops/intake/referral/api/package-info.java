/** The kinds of referrals and the log of returns, over HTTP. */
@NullMarked
package city.urbanops.intake.referral.api;

import org.jspecify.annotations.NullMarked;
