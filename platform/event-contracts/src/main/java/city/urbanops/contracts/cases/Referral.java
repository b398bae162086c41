package city.urbanops.contracts.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a matter that is not the city management's belongs.
 *
 * @param kind of the city's list of referrals, for example LITIGATION
 * @param to the office it belongs to, masked
 * @param earlierCaseId the case that has the same matter already
 */
public record Referral(
        String kind, @Nullable String to, @Nullable UUID earlierCaseId) {}
