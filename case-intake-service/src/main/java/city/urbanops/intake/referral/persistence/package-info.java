/** Kinds of referrals and returned reports in the database. */
@NullMarked
package city.urbanops.intake.referral.persistence;

import org.jspecify.annotations.NullMarked;
