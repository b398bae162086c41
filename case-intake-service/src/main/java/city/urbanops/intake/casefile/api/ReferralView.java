package city.urbanops.intake.casefile.api;

import city.urbanops.intake.casefile.domain.Referral;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the matter belongs; beside {@code pendingRequest} it is only asked for. */
public record ReferralView(
        String kind, @Nullable String to, @Nullable UUID earlierCaseId) {

    static @Nullable ReferralView of(@Nullable Referral referral) {
        return referral == null ? null : new ReferralView(referral.kind(), referral.to(), referral.earlierCaseId());
    }
}
