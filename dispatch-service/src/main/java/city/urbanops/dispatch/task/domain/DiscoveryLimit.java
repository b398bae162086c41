package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.TimeLimit;
import java.time.Instant;

/**
 * A limit that counts from discovery 发现 and not from dispatch, as a rule of the matrix gives it.
 *
 * @param discoveredAt when somebody saw it; the filing where that is not known
 * @param limit in natural time
 * @param ruleId the rule
 * @param reason where the limit comes from
 */
public record DiscoveryLimit(Instant discoveredAt, TimeLimit limit, String ruleId, String reason) {

    /** One sentence for people; whether it is the one that counts, the clock says. */
    public String explain(HandlingClock clock) {
        String given = "Rule %s gives %s from discovery at %s (%s)".formatted(ruleId, limit, discoveredAt, reason);
        return clock.countedFrom() == null ? given + "; the filing condition's limit ends no later." : given + ".";
    }
}
