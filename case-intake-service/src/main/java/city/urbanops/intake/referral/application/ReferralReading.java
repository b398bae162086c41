package city.urbanops.intake.referral.application;

import city.urbanops.intake.taxonomy.application.TaxonomyReading.Remark;
import java.util.List;
import java.util.Optional;

/**
 * What reading a table of referrals gave.
 *
 * @param list absent if there is an error
 * @param errors what makes the table unusable, in the order of its lines
 */
public record ReferralReading(Optional<ReferralList> list, List<Remark> errors) {

    public ReferralReading {
        errors = List.copyOf(errors);
    }
}
