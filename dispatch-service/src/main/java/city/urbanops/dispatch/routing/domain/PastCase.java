package city.urbanops.dispatch.routing.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that was routed before.
 *
 * @param caseId the case
 * @param question what routing looked at the first time
 * @param endedWith the last unit that got it; absent while no unit ever did
 */
public record PastCase(
        UUID caseId, RoutingQuestion question, @Nullable String endedWith) {}
