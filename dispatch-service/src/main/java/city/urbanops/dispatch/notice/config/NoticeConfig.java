package city.urbanops.dispatch.notice.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How units are told of their tasks. */
@ConfigMapping(prefix = "urbanops.notices")
public interface NoticeConfig {

    /** The key all units' signing keys are derived from; without it no receiver can be registered. */
    Optional<String> signingKey();

    /** Whether receivers may lie in private networks and speak plain HTTP; for tests and one machine. */
    @WithDefault("false")
    boolean allowPrivateReceivers();

    /** How long a receiver may take to answer. */
    @WithDefault("PT5S")
    Duration timeout();

    /** The pause after the first failure; it doubles with each. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("PT15M")
    Duration longestPause();

    /** After so many failures in a row the receiver is given up, with an alert; about a day and a half with the default pauses. */
    @WithDefault("150")
    int givenUpAfter();

    /** How many notices of one unit may wait; what comes on top of them is dropped and counted. */
    @WithDefault("10000")
    int mostWaiting();

    /** Events older than this tell nobody anything: they are read again after a restore or in a new consumer group. */
    @WithDefault("PT24H")
    Duration oldest();
}
