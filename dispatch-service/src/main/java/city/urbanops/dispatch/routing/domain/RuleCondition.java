package city.urbanops.dispatch.routing.domain;

import java.time.ZonedDateTime;

/** The expression of a rule, checked and ready; what language it is written in is not the domain's matter. */
@FunctionalInterface
public interface RuleCondition {

    /**
     * Whether it holds; false as well where it cannot be decided.
     *
     * @param at the case's time in the city's zone
     */
    boolean holds(RoutingQuestion question, ZonedDateTime at);
}
