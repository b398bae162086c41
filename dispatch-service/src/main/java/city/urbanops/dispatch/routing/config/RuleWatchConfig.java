package city.urbanops.dispatch.routing.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a rule counts as failing. The numbers are ours: a matrix that is 99.6 % right (DOMAIN §6) has no rule near them. */
@ConfigMapping(prefix = "urbanops.rule-watch")
public interface RuleWatchConfig {

    /** How often rules are judged, as a duration. */
    @WithDefault("10m")
    String every();

    /** How many days back cases count. */
    @WithDefault("30")
    int days();

    /** Fewer cases than this say nothing about a rule. */
    @WithDefault("20")
    int minCases();

    /** The share of its cases given back or passed on, 0–1, from which on a rule is switched off. */
    @WithDefault("0.3")
    double maxMovedOn();
}
