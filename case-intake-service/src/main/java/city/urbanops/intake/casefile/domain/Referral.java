package city.urbanops.intake.casefile.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a matter belongs that is not ours.
 *
 * @param kind code of a {@link ReferralKind}
 * @param to the office it belongs to, masked
 * @param earlierCaseId the case that has the same matter already
 */
public record Referral(
        String kind, @Nullable String to, @Nullable UUID earlierCaseId) {}
