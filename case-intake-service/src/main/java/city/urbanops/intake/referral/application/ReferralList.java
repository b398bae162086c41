package city.urbanops.intake.referral.application;

import city.urbanops.intake.casefile.domain.ReferralKind;
import java.util.List;
import java.util.Optional;

/**
 * A version of the city's list of referrals.
 *
 * @param kinds at least one, each code once
 */
public record ReferralList(String version, List<ReferralKind> kinds) {

    public ReferralList {
        kinds = List.copyOf(kinds);
    }

    /** The kind of that code, if this version has it. */
    public Optional<ReferralKind> kind(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
